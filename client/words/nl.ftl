### Alle zinnen van Festijn, in het Nederlands. Korte zinnen, gewone woorden.

## Families: één woord of zin per waarde

note-tip = Tip
note-top = Top
note-contact = Contact
note-question = Vraag
note-impact = Idee

need-knowledge = Kennis
need-experience = Ervaring
need-money = Geld
need-pilot = Pilotgemeente
need-learning = Samen leren
need-people = Mensen
need-space = Ruimte
need-other = Iets anders

part-ingredient = Ingrediënt
part-step = Stap
part-pitfall = Let op
part-audience = Voor wie

round-welcome = Welkom
round-pitch = Pitch
round-break = Pauze
round-ballot = Stemmen
round-prizes = Prijzen
round-goodbye = Afscheid

reason-already = Dit was al gedaan.
reason-already-moved = Iemand anders was je net voor. Kijk hoe het er nu voor staat.
reason-bad-length = De tekst is leeg of te lang. Maak hem korter en probeer het opnieuw.
reason-ballot-closed = De stemming is gesloten. Je kunt niet meer stemmen.
reason-ballot-not-closed = De stemming loopt nog. Sluit eerst de stemming.
reason-board-closed = Dit bord is gesloten. Je tekst staat hier nog.
reason-changed-meanwhile = De tekst is intussen veranderd. Kies welke je wilt houden.
reason-gone = Dit bestaat niet meer.
reason-id-in-use = Dit is niet gelukt. Stuur het nog een keer.
reason-not-allowed = Dit mag je niet doen. Vraag een begeleider om hulp.
reason-not-now = Dit kan nu niet. Probeer het straks opnieuw.
reason-not-understood = Deze pagina is verouderd. Ververs de pagina en probeer het opnieuw.
reason-not-yours = Dit is onder een andere naam gestuurd. Stuur het opnieuw.
reason-no-tie = Er valt niets te kiezen: de stemmen geven de winnaar aan.
reason-own-initiative = Je kunt niet op je eigen initiatief stemmen. Kies een ander.
reason-tie = Er is nog geen winnaar. Kies eerst wie de prijs krijgt.
reason-too-fast = Dat ging erg snel. Wacht even en probeer het opnieuw.
reason-too-many-waiting = Er wacht nog veel tekst. Wacht tot alles bewaard is.

## De deur

product-name = Festijn
skip-to-content = Naar de inhoud
other-language = English
other-language-code = en
door-heading = Fijn dat je er bent
door-lead = Buurten laten hun plan zien. Jij helpt ze verder.
door-code = Code van het festijn
door-code-hint = 6 letters en cijfers. Ze staan op het scherm of in je uitnodiging.
door-name = Je naam
door-name-hint = Zo zien anderen je bij je briefjes.
door-go-in = Naar binnen
door-known = Je was hier al.
door-continue = Ga verder als { $name }
door-or = Of kom binnen onder een andere naam:
door-privacy = We vragen alleen je naam. Geen account, geen e-mail.
key-heading = Je sleutel
key-busy = Een moment. We openen de deur voor je.
key-gone = Deze link werkt niet meer. Vraag de organisatie om een nieuwe.
key-missing = Deze link is niet compleet. Open hem nog eens vanuit je mail.
key-failed = Er is geen verbinding. Probeer het zo opnieuw.
key-again = Probeer opnieuw
to-the-door = Naar de voordeur

## Overal

loading = Een moment. Het festijn wordt opgehaald.
needs-script = Zet JavaScript aan in je browser. Dan kun je meedoen.
connected = Verbonden
connecting = Verbinden…
not-connected = Geen verbinding
trouble-away = Geen verbinding. Je tekst is bewaard.
trouble-store = Opslaan lukt even niet. Je tekst is bewaard.
trouble-old-page = Deze pagina is verouderd. Ververs de pagina.
trouble-other-history = De organisatie zette een oudere versie terug. Kijk of alles er nog staat.
time-left = Nog { $time }
time-in-round = nog in deze ronde
time-two-minutes = Nog minder dan 2 minuten.
time-half-minute = Bijna tijd. Rond rustig af.
time-over = De tijd is om.
told-notes = { $kind ->
    [top] { $count ->
        [one] 1 nieuwe top
       *[other] { $count } nieuwe tops
    }
    [contact] { $count ->
        [one] 1 nieuw contact
       *[other] { $count } nieuwe contacten
    }
    [question] { $count ->
        [one] 1 nieuwe vraag
       *[other] { $count } nieuwe vragen
    }
    [impact] { $count ->
        [one] 1 nieuw idee
       *[other] { $count } nieuwe ideeën
    }
   *[tip] { $count ->
        [one] 1 nieuwe tip
       *[other] { $count } nieuwe tips
    }
}

## Nu

tab-now = Nu
tab-plans = Plannen
tab-mine = Van mij
tabs-label = Hoofdmenu
here-count = { $count ->
    [one] 1 mens is hier
   *[other] { $count } mensen zijn hier
}
round-of = { $kind } { $number } van { $total }
now-before = Het festijn begint zo. Kijk alvast rond bij de plannen.
now-welcome = Welkom. Kijk en luister mee op het scherm.
now-pitch = Luister mee en geef een tip, een top of een contact.
now-break = Pauze. Straks gaan we verder.
now-ballot = Tijd om te stemmen. Kies wie de prijs krijgt.
now-ballot-soon = De stemming begint zo.
now-prizes = De prijzen worden uitgereikt.
now-goodbye = Dank dat je er was. De borden blijven nog open.
now-over = Je kunt je zin nog afmaken.
now-moved = We zijn nu bij { $name }.
now-moved-on = We zijn nu verder.
now-go-along = Ga mee
now-browse = Bekijk de plannen
unsent-heading = Nog niet verstuurd
unsent-for = Je schreef iets voor { $name }.
unsent-finish = Maak het af
refused-some = { $count ->
    [one] 1 briefje is niet bewaard.
   *[other] { $count } briefjes zijn niet bewaard.
}
refused-see = Bekijk

## Een initiatief

yours = Jouw initiatief
dream = Droom
next-step = Volgende stap
needs-heading = Wie helpt ons met…?
recipe-heading = Buurtrecept 1.0
watch-video = Bekijk de pitch
video-of = Pitch van { $name }
video-note = De video komt van { $host }. Die kan zien dat je kijkt.
all-plans = Alle plannen
plans-heading = Plannen
plans-lead = Dit zijn de initiatieven van vandaag. Kies er een en help mee.
plans-none = Er staan nog geen plannen klaar.
plan-now = Nu aan de beurt
board-count = { $count ->
    [0] Nog geen briefjes
    [one] 1 briefje
   *[other] { $count } briefjes
}

## Een briefje schrijven

give-heading = Wat wil je ze geven?
give-hint = { $kind ->
    [top] Is sterk
    [contact] Ik ken iemand
    [question] Ik wil weten
    [impact] Zo zie je wat het oplevert
   *[tip] Kan beter
}
write-label = { $kind ->
    [top] Wat vind je sterk?
    [contact] Wie kan helpen, en waarmee?
    [question] Wat wil je weten?
    [impact] Hoe laten ze zien wat het oplevert?
   *[tip] Wat kan beter?
}
send-note = { $kind ->
    [top] Stuur top
    [contact] Stuur contact
    [question] Stuur vraag
    [impact] Stuur idee
   *[tip] Stuur tip
}
contact-warning = Deel geen telefoonnummer of e-mail van een ander.
contact-private = Alleen het initiatief en de begeleiders zien een contact.
sent-saved = Bewaard. Je briefje is aangekomen.
signs-left = Nog { $count } tekens
signs-over = { $count } tekens te veel
cancel = Sluit
change-kind = Soort briefje
board-closed = Dit bord is gesloten. Je kunt nog wel lezen.

## Een bord

board-heading = Bord
board-fetching = Het bord wordt opgehaald.
board-empty = Nog geen briefjes. Schrijf jij het eerste?
board-new = { $count ->
    [one] 1 nieuw briefje. Laat zien
   *[other] { $count } nieuwe briefjes. Laat zien
}
board-hold = Bord stilzetten
board-held = Bord staat stil
note-mine = Jij
note-state-saving = Wordt bewaard
note-state-kept = Staat op dit toestel. Wordt straks bewaard.
note-state-saved = Bewaard
note-state-edited = Verbeterd
note-state-hidden = Verborgen door een begeleider
note-state-leaving = Wordt teruggenomen
note-state-refused = Niet bewaard
note-improve = Verbeter
note-improve-label = Verbeter je tekst
note-improve-save = Bewaar
note-take-back = Neem terug
note-take-back-sure = Je briefje gaat weg. Weet je het zeker?
note-take-back-yes = Ja, neem terug
refused-edit = Pas aan
refused-again = Stuur opnieuw
refused-drop = Gooi weg
refused-ok = Begrepen
conflict-there = Er staat nu
conflict-mine = Jouw tekst
conflict-use-mine = Gebruik mijn tekst
conflict-leave = Laat staan

## Stemmen en prijzen

ballot-heading = Stem mee
ballot-prize-from = Gegeven door { $giver }
ballot-choose = Kies een initiatief
ballot-own = je eigen initiatief
ballot-saving = Je stem wordt bewaard.
ballot-saved = Je stem is bewaard. Je kunt nog veranderen tot de stemming sluit.
ballot-secret = Niemand ziet wat jij kiest.
ballot-turnout = { $count ->
    [one] 1 mens heeft gestemd
   *[other] { $count } mensen hebben gestemd
}
ballot-closed = De stemming is gesloten.
prizes-heading = De prijzen
prize-secret = Nog geheim
prize-goes-to = De prijs gaat naar
prize-votes = { $count ->
    [one] 1 stem
   *[other] { $count } stemmen
}
prize-settled = De begeleiders kozen. De stemmen wezen geen winnaar aan.

## Van mij

mine-heading = Van mij
mine-notes = Mijn briefjes
mine-none = Je hebt nog niets geschreven.
mine-name = Mijn naam
mine-name-save = Bewaar naam
mine-name-hint = Oude briefjes houden de naam die je toen had.
mine-name-saving = Je naam wordt bewaard.
mine-name-saved = Je naam is bewaard.
mine-language = Taal
mine-data = Mijn gegevens
mine-data-text = We kennen alleen je naam en wat je schrijft. Andere websites krijgen niets te weten.

## Bladzijden van de server

door-unknown-code = We kennen deze code niet. Kijk hem nog eens na.
door-bad-name = Vul je naam in. Hij mag 60 tekens lang zijn.
page-missing-heading = Deze bladzijde is er niet
page-missing-text = Kijk de link nog eens na, of ga naar de voordeur.
page-own-link-heading = Deze bladzijde heeft een eigen link
page-own-link-text = Open de link die je van de organisatie kreeg.
page-store-heading = Even wachten
page-store-text = We kunnen nu niets ophalen of bewaren. Probeer het zo opnieuw.
page-foreign-heading = Dit kwam van een andere website
page-foreign-text = Daarom deden we er niets mee. Ga zelf naar de voordeur.
page-again = Probeer opnieuw

## Console, stage, desk

## Outcomes

outcome-initiatives = De initiatieven
outcome-recipe = Buurtrecept { $version }
outcome-notes = { $kind ->
    [top] Tops
    [question] Vragen
    [impact] Ideeën om te laten zien wat het oplevert
   *[tip] Tips
}
outcome-programme = Het programma
outcome-minutes = { $count ->
    [one] 1 minuut
   *[other] { $count } minuten
}
outcome-skipped = niet gehouden


ask-no = Toch niet
under-way = Wordt bewaard…
refused-moved = Een collega was je net voor. Nu is: { $round }.
names-and = { $first } en { $last }
jump-label = Ga naar een deel van dit scherm

console-name = Regie
run-title = Programma
run-empty = Er is nog geen programma.
run-round-of = { $kind } { $name }
run-hint = Kies een ronde om er met iedereen heen te gaan.
run-now = Nu
run-next = Hierna
run-done = Klaar
run-over = Tijd om
run-skipped = Overgeslagen
run-no-time = –
run-minutes = { $minutes } min
run-not-started = Als je nu start.
run-on-time = Op tijd.
run-late = { $minutes ->
    [one] Loopt 1 minuut uit.
   *[other] Loopt { $minutes } minuten uit.
}
run-early = { $minutes ->
    [one] Loopt 1 minuut voor.
   *[other] Loopt { $minutes } minuten voor.
}
run-ends = Einde { $time }

onstage-now = Nu: ronde { $number } van { $total }
onstage-before = Nog niet begonnen
move-start = Start: { $round }
move-next = Volgende: { $round }
move-back = Terug naar { $round }
move-last = Dit is de laatste ronde.
move-preview = { $again ->
    [yes] Iedereen gaat terug naar: { $round }, nog { $minutes ->
        [one] 1 minuut
       *[other] { $minutes } minuten
    }.
   *[no] Iedereen gaat naar: { $round }, { $minutes ->
        [one] 1 minuut
       *[other] { $minutes } minuten
    }.
}
move-yes = Ja, ga
extend = +{ $minutes } min
extend-long = { $minutes ->
    [one] +1 min: 1 minuut erbij
   *[other] +{ $minutes } min: { $minutes } minuten erbij
}

notes-title = Briefjes
notes-which = Welke briefjes
notes-all = Alles
notes-board = Dit bord
notes-hidden = Verborgen
notes-none = Nog geen briefjes.
notes-none-hidden = Er is niets verborgen.
notes-more = Toon er meer (nog { $count })
notes-count-all = { $count ->
    [0] Nog geen briefjes
    [one] 1 briefje op alle borden
   *[other] { $count } briefjes op alle borden
}
note-by = { $name } voor { $where }
note-hide = Verberg
note-show = Toon weer
note-release = Op het podium
note-unrelease = Van het podium
note-contact-why = Een contact komt niet op het podium.
note-is-hidden = Verborgen
note-is-released = Op het podium
note-is-edited = Verbeterd

vote-title = Stemming
vote-state-planned = Nog niet open
vote-state-open = Open
vote-state-closed = Gesloten
vote-planned = Nog niemand kan stemmen. Open de stemming als iedereen klaar is.
vote-open-do = Open de stemming
vote-open-preview = Iedereen kan stemmen op zijn telefoon, tot jij sluit.
vote-open-yes = Ja, open
vote-close-do = Sluit de stemming
vote-close-preview = De stemmen worden geteld en daarna gewist. Dit kan niet terug.
vote-close-yes = Ja, tel en wis
vote-closed = { $cast ->
    [0] Niemand heeft gestemd.
    [one] 1 mens heeft gestemd. De stem is gewist.
   *[other] { $cast } mensen hebben gestemd. De stemmen zijn gewist.
}
tally-label = { $cast ->
    [one] 1 stem per initiatief
   *[other] { $cast } stemmen, per initiatief
}
prize-shown = Onthuld
prize-not-shown = Nog niet onthuld
prize-settled-short = (gekozen door de begeleiders)
settle-tie = Gelijk aantal stemmen: { $names }. Kies samen, en zeg dat in de zaal.
settle-few = Minder dan 5 stemmen, dus geen telling. Kies samen, en zeg dat in de zaal.
settle-do = Leg de keuze vast
settle-preview = { $name } krijgt: { $prize }. Bij het onthullen staat dat de begeleiders kozen.
settle-yes = Ja, leg vast
reveal-do = Onthul op het podium
reveal-preview = Iedereen ziet nu: { $prize } gaat naar { $name }.
reveal-yes = Ja, onthul

stage-qr = QR-code om mee te doen
stage-welcome = Welkom bij
stage-join = Doe mee
stage-join-at = Doe mee op
stage-scan-or-go = Scan de code, of ga naar
stage-here = { $count ->
    [one] mens hier
   *[other] mensen hier
}
stage-here-long = { $count ->
    [one] mens is er al
   *[other] mensen zijn er al
}
stage-notes = { $count ->
    [one] briefje
   *[other] briefjes
}
stage-on-your-phone = Schrijf het op je telefoon.
stage-video-leave = Sluit de video
stage-back-at = We gaan verder om { $time }.
stage-next = Hierna: { $round }
stage-vote-now = Stem nu op je telefoon
stage-vote-thanks = Dank je wel. De prijzen volgen zo.
stage-voted = { $count ->
    [one] mens heeft gestemd
   *[other] mensen hebben gestemd
}
stage-thanks = Dank je wel!
stage-goodbye = De borden blijven nog open. Kijk wat je kunt doen.
stage-given = { $count ->
    [one] briefje gegeven
   *[other] briefjes gegeven
}

desk-name = Organisatie
desk-code = Code
desk-join = Adres om mee te doen
desk-outcomes = Opbrengst
desk-outcomes-text = Alles wat er tot nu toe is, als bestand. Op elk moment, er stopt niets.
desk-markdown = Opbrengst als Markdown
desk-json = Opbrengst als JSON
desk-numbers = In cijfers
desk-here = nu hier
desk-notes = briefjes
desk-votes = hebben gestemd
desk-before = Nog niet begonnen. { $total } rondes, samen { $minutes } minuten.
desk-progress = Ronde { $number } van { $total }
desk-lead = De begeleiders sturen de dag, op hun eigen scherm.
desk-make = Een nieuw festijn maak je in deze versie met het commando bin/festijn.
desk-links = Geheime links
desk-links-text = Wie een link heeft, komt ermee binnen. Trek een link in als hij rondzwerft.
desk-links-none = Er zijn nog geen links.
desk-link-revoke = Trek in
desk-link-revoked = Ingetrokken
desk-link-preview = De link van { $label } ({ $role }) werkt niet meer. Wie ermee binnenkwam, gaat eruit. Dit kan niet terug.
desk-link-yes = Ja, trek in
desk-role-organiser = Organisatie
desk-role-facilitator = Begeleider
desk-role-stage = Podium
desk-role-lead = Trekker
