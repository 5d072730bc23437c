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
part-start = Zo begin je

round-welcome = Welkom
round-pitch = Pitch
round-dream = Droomronde
round-need = Vraagronde
round-open-space = Open space
round-harvest = Oogst
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
reason-full = Die tafel is vol. Kies een andere tafel.
reason-gone = Dit bestaat niet meer.
reason-id-in-use = Dit is niet gelukt. Stuur het nog een keer.
reason-not-allowed = Dit mag je niet doen. Vraag een begeleider om hulp.
reason-not-an-address = Dit is geen goed adres. Kijk of er niets ontbreekt.
reason-not-in-room = Je bent daar nu niet. Ga eerst de ruimte in.
reason-not-now = Dit kan nu niet. Probeer het straks opnieuw.
reason-not-understood = Deze pagina is verouderd. Ververs de pagina en probeer het opnieuw.
reason-not-yours = Dit is onder een andere naam gestuurd. Stuur het opnieuw.
reason-no-tie = Er valt niets te kiezen: de stemmen geven de winnaar aan.
reason-own-initiative = Je kunt niet op je eigen initiatief stemmen. Kies een ander.
reason-taken = Iemand anders was je net voor. Kies iets anders.
reason-link-voted = Met deze link is al gestemd. Een link heeft één stem.
reason-tie = Er is nog geen winnaar. Kies eerst wie de prijs krijgt.
reason-too-fast = Dat ging erg snel. Wacht even en probeer het opnieuw.
reason-too-many = Dit is er een te veel. Haal eerst iets anders weg.
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
door-kept = Je naam blijft tot { $day }.
door-personal = Dit festijn gaat met eigen links. Open de link die je kreeg, of vraag de organisatie erom.
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
board-hold = Laat het bord even stilstaan
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
note-ask-new = Stel dit als nieuwe vraag
note-keeps-words = Anderen deden hier al iets mee. Daarom blijft dit briefje zo staan.
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
prize-from-money = Gegeven door { $giver }, in geld
prize-from-kind = Gegeven door { $giver }: hulp of spullen, geen geld
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
mine-data-see = Bekijk, neem mee of laat je vergeten

## Bladzijden van de server

door-unknown-code = We kennen deze code niet. Kijk hem nog eens na.
door-bad-name = Vul je naam in. Hij mag 60 tekens lang zijn.
page-missing-heading = Deze bladzijde is er niet
page-missing-text = Kijk de link nog eens na, of ga naar de voordeur.
page-own-link-heading = Deze bladzijde heeft een eigen link
page-own-link-text = Open de link die je van de organisatie kreeg.
page-store-heading = Even wachten
page-store-text = We kunnen nu niets ophalen of bewaren. Probeer het zo opnieuw.
page-slow-heading = Het kwam niet aan
page-slow-text = Je verbinding was te traag of viel weg. Er is niets bewaard. Probeer het opnieuw.
page-tries-heading = Even wachten
page-tries-text = Er kwamen vanaf hier te veel verkeerde codes. Wacht een minuut en probeer het opnieuw. De code staat op het scherm in de zaal, of in je uitnodiging.
page-foreign-heading = Dit kwam van een andere website
page-foreign-text = Daarom deden we er niets mee. Ga zelf naar de voordeur.
page-again = Probeer opnieuw

## Console, stage, desk

## Outcomes

outcome-initiatives = De initiatieven
outcome-conversations = De gesprekken
outcome-programme = Het programma
outcome-all-notes = Briefjes
outcome-needs = Hulpvragen
outcome-recipes = Recepten
outcome-people = Mensen
outcome-contacts = Contacten (alleen hoeveel)
outcome-talks = Gesprekken
outcome-pledges = Toezeggingen
outcome-times = Tijden
outcome-times-where = zoals in Nederland
outcome-date = Datum
outcome-initiative = Initiatief
outcome-place = Plaats
outcome-what = Wat
outcome-video = Video
outcome-where = Waar
outcome-part = Onderdeel
outcome-kind = Soort
outcome-text = Tekst
outcome-who = Wie
outcome-when = Wanneer
outcome-said = Gezegd op
outcome-terms-heading = Hoe
outcome-need = Voor de hulpvraag
outcome-version = Versie
outcome-title = Titel
outcome-by = Begonnen door
outcome-slot = Blok
outcome-spot = Plek
outcome-going = Wilden erheen
outcome-taken = Meegenomen
outcome-answer = Antwoord
outcome-backed = Vragen dit ook
outcome-dots = Stippen
outcome-cluster = Onder het woord
outcome-yes = ja
outcome-prize = Prijs
outcome-giver = Gegeven door
outcome-decides = Besluit van
outcome-votes = Stemmen
outcome-voted = Mensen die stemden
outcome-number = Nummer
outcome-grouping-heading = Hoe bij elkaar
outcome-began = Begonnen
outcome-stand-heading = Gehouden?
outcome-card = Kaart
outcome-recipe = Buurtrecept { $version }
outcome-notes = { $kind ->
    [top] Tops
    [question] Vragen
    [impact] Ideeën om te laten zien wat het oplevert
   *[tip] Tips
}
outcome-minutes = { $count ->
    [one] 1 minuut
   *[other] { $count } minuten
}
outcome-terms = { $terms ->
    [paid] tegen betaling
    [exchange] in ruil voor iets
   *[unpaid] zonder betaling
}
outcome-grouping = { $grouping ->
    [tables] per initiatief aan tafels
    [conversations] in gesprekken
   *[plenary] allemaal in de hal
}
outcome-decided = { $decided ->
    [partner] de gever
    [facilitator] de begeleiders
   *[vote] iedereen, met een stem
}
outcome-form = { $form ->
    [money] geld
   *[kind] hulp of spullen
}
outcome-stand = { $stand ->
    [open] nog bezig
    [skipped] overgeslagen
    [planned] niet gehouden
   *[done] gehouden
}


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
vote-close-yes = Ja, tel de stemmen
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
desk-xlsx = Opbrengst als rekenblad (Excel)
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
desk-role-personal = Eigen link

# Mijn initiatief: het scherm van de trekkers

tab-ours = Ons plan
lead-heading = Mijn initiatief
lead-name-hint = Nu ben je hier “{ $name }”. Met je eigen naam weten anderen wie je bent.
lead-now = Nu: { $round }
lead-views = Delen van mijn initiatief
lead-notes = Briefjes
lead-notes-new = nieuw
lead-harvest = Oogst
lead-harvest-lead = Dit nemen jullie mee. Zet briefjes samen onder een woord.
lead-harvest-none = Nog niets. Kies bij een briefje: Neem ik mee.
lead-plan = Plan
lead-which = Welke briefjes
lead-all = Alles
lead-taken = Meegenomen
lead-fresh = Nieuw voor jou
lead-seen = Al gezien
lead-new = Nieuw
lead-all-seen = Alles gezien
lead-unread = { $count ->
    [0] Je hebt alles gezien.
   *[other] { $count } nog niet gezien
}
lead-notes-none = Nog geen briefjes. Ze komen hier vanzelf binnen.
lead-notes-none-such = Van deze soort is er nog niets.
lead-take = Neem ik mee
lead-untake = Toch niet mee
lead-release = Toon op het scherm
lead-unrelease = Haal van het scherm
lead-released = Op het scherm
lead-under = Bij: { $word }
lead-backed = { $count ->
    [one] 1 mens vraagt dit ook
   *[other] { $count } mensen vragen dit ook
}
lead-dots = { $count ->
    [one] 1 stip
   *[other] { $count } stippen
}
lead-contact = Alleen jullie, de gever en de begeleiders zien dit. Het komt nooit op het scherm.
lead-answer = Beantwoord
lead-answer-label = Jullie antwoord. Iedereen kan het lezen.
lead-answer-ours = Jullie antwoord
lead-answer-theirs = Antwoord van het initiatief
lead-answer-change = Verbeter antwoord
lead-word = Zet onder een woord
lead-word-other = Kies een ander woord
lead-word-which = Woorden die er al zijn
lead-word-new = Nieuw woord
lead-word-out = Haal eruit
lead-no-word = Nog zonder woord
lead-change = Pas aan
lead-change-mine = Pas mijn tekst aan
lead-draft-kept = Nog niet verstuurd. Je tekst is bewaard op dit toestel.
lead-stop-sure = Wat je typte gaat weg. Weet je het zeker?
lead-stop-yes = Ja, gooi weg
lead-nothing = niets
lead-none-yet = Nog niet ingevuld.
lead-drop = Haal weg
lead-drop-sure = Dit gaat weg: { $name }. Weet je het zeker?
lead-drop-yes = Ja, haal weg
lead-leaving = Wordt weggehaald
lead-need-add = Vraag hulp erbij
lead-need-kind = Welke hulp?
lead-need-text = Waarmee kan iemand helpen?
lead-part-add = Zet iets in het recept
lead-part-kind = Wat is het?
lead-part-text = Wat moet een ander weten?
lead-milestones = Mijlpalen
lead-milestones-none = Nog geen mijlpaal. Wat is er straks klaar, en wanneer?
lead-milestone-add = Nieuwe mijlpaal
lead-milestone-what = Wat is er dan klaar?
lead-milestone-who = Wie zorgt daarvoor?
lead-milestone-when = Wanneer?
lead-helpers = Wie helpt ons
lead-helpers-none = Nog niemand. Mensen kunnen bij een hulpvraag zeggen: Dit doe ik.
lead-pledge-for = Voor: { $need }
lead-unpaid = Zonder betaling
lead-paid = Tegen betaling
lead-exchange = In ruil
lead-room = Onze ruimte
lead-room-short = Ruimte
lead-heads = { $count ->
    [0] Er is nu niemand.
    [one] 1 mens is er nu.
   *[other] { $count } mensen zijn er nu.
}
lead-go-in = Ga naar binnen
lead-go-out = Ga naar de hal
lead-table = Tafel { $number }
lead-no-table = In de ruimte
lead-you = { $name } (jij)

# De regie: de rest van de dag, ruimtes, hulp, berichten, open space, toetsen

console-adapt = Aanpassen
console-adapt-done = Klaar
console-adapt-hint = Kies een ronde die nog komt. Elke knop zegt wat er verandert.
console-save = Bewaar
console-earlier = Eerder: vóór { $round }
console-earlier-not = Eerder kan niet
console-later = Later: na { $round }
console-later-not = Later kan niet
console-skip = Sla over (einde { $ends })
console-take-in = Neem weer op (einde { $ends })
console-minutes = Minuten
console-minutes-save = Bewaar (einde { $ends })
console-prompt = Vraag aan iedereen
console-prompt-nl = De vraag in het Nederlands
console-prompt-en = De vraag in het Engels
console-prompt-hint = Laat leeg voor de gewone vraag. Hoogstens { $most } tekens.
console-prompt-save = Bewaar de vraag
console-add = Nieuwe ronde
console-add-kind = Soort ronde
console-add-initiative = Van welk initiatief
console-add-ballot = Over welke prijzen
console-add-after = Komt na
console-add-title = Titel (mag leeg blijven)
console-add-do = Voeg toe (einde { $ends })
console-coming-back = Nog 1 minuut om af te ronden. Iedereen komt terug over { $time }.

console-calls-count = { $count ->
    [0] Niemand vraagt hulp
    [one] 1 vraagt hulp
   *[other] { $count } vragen hulp
}
console-calls-show = Toon { $count } meer
console-waits = { $minutes ->
    [0] net
    [one] wacht 1 minuut
   *[other] wacht { $minutes } minuten
}
console-walk = Ik ga erheen
console-walk-to = Ik ga erheen: { $room }
console-solved = Opgelost
console-solved-at = Opgelost: { $room }

console-rooms = Ruimtes
console-at-table = { $room }, tafel { $table }
console-in-rooms = { $count ->
    [0] niemand in een ruimte
    [one] 1 mens in een ruimte
   *[other] { $count } mensen in een ruimte
}
console-hall-count = { $count ->
    [0] niemand
    [one] ongeveer 1 mens
   *[other] ongeveer { $count } mensen
}
console-heads = mensen
console-me-here = Jij bent hier
console-i-am-in = Je bent in
console-to-hall = Terug naar de hal
console-go-in = Ga naar binnen
console-extend-room = +{ $minutes } min voor { $room }
console-room-until = Deze ruimte gaat door tot { $time }.
console-room-empty = Er is nog niemand.
console-room-calls = { $count ->
    [one] vraagt hulp
   *[other] { $count } vragen hulp
}
console-tables = { $count ->
    [one] 1 tafel
   *[other] { $count } tafels
}
console-table = Tafel { $number } ({ $count })
console-walking = Zonder tafel:
console-host = gastheer: { $name }
console-host-none = nog geen gastheer
console-scribe = schrijver: { $name }
console-scribe-none = nog geen schrijver
console-hosts-missing = { $count ->
    [one] 1 gastheer te kort
   *[other] { $count } gastheren te kort
}
console-scribes-missing = { $count ->
    [one] 1 schrijver te kort
   *[other] { $count } schrijvers te kort
}
console-spread = Verdeel wie nog in de hal is
console-spread-preview = { $count ->
    [0] Wie nog in de hal is, krijgt een ruimte. De leegste ruimte gaat voor.
    [one] Ongeveer 1 mens uit de hal krijgt een ruimte. De leegste ruimte gaat voor.
   *[other] Ongeveer { $count } mensen uit de hal krijgen een ruimte. De leegste ruimte gaat voor.
}
console-spread-yes = Ja, verdeel

console-messages = Berichten
console-messages-sent = { $count ->
    [0] nog niets verstuurd
   *[other] { $count } verstuurd
}
console-to-whom = Aan wie?
console-choose-all = Iedereen
console-choose-hall = Alleen de hal
console-choose-rooms = Kies ruimtes
console-to-all = aan iedereen
console-message-label = Je bericht
console-message-name = Je naam staat erbij: { $name }.
console-send-all = Stuur naar iedereen
console-send-hall = Stuur naar de hal
console-send-rooms = { $count ->
    [0] Kies eerst een ruimte
    [one] Stuur naar 1 ruimte
   *[other] Stuur naar { $count } ruimtes
}
console-message-take-back = Neem terug
console-message-take-back-preview = Het bericht verdwijnt bij iedereen.
console-message-take-back-yes = Ja, neem terug

console-boards = Borden instellen
console-boards-hint = Met ‘eerst zien’ ziet een begeleider elk nieuw briefje als eerste.
console-board-open = open
console-board-approve = eerst zien
console-waiting = { $count ->
    [0] Alles is bekeken
    [one] 1 briefje wacht op jou
   *[other] { $count } briefjes wachten op jou
}
console-approve = Goedkeuren
console-approved = Goedgekeurd
console-note-more = Meer met dit briefje
console-out = Zet { $name } eruit
console-out-preview = { $name } gaat uit het festijn en kan niets meer schrijven. De briefjes blijven staan. Een stem in een open stemming vervalt.
console-out-yes = Ja, zet eruit
console-out-list = { $count ->
    [one] 1 mens is eruit gezet
   *[other] { $count } mensen zijn eruit gezet
}
console-in = Laat weer toe
console-in-preview = { $name } mag weer meedoen.
console-in-yes = Ja, laat toe

console-awards = Prijzen zonder stemming
console-awards-known = { $known } van { $total } bekend
console-awards-hint = Alleen begeleiders zien dit, tot je onthult.
console-award-partner = De gever kiest wie deze prijs krijgt.
console-award-facilitator = De begeleiders kiezen wie deze prijs krijgt.
console-award-choose = Kies wie de prijs krijgt
console-award-who = Wie krijgt deze prijs? Kies er een of meer.
console-award-preview = Naar { $name } gaat: { $prize }. Niemand ziet het, tot je onthult.
console-award-none = Nog niemand krijgt: { $prize }.

console-market = Open space
console-market-sum = { $count ->
    [one] 1 voorstel
   *[other] { $count } voorstellen
}, { $placed } met een plek
console-market-open = Mensen mogen gesprekken voorstellen
console-slots = Rondes
console-places = Plekken per ronde
console-grid-save = Bewaar het rooster
console-grid-in-use = Er staat nog een gesprek buiten dit rooster. Haal dat eerst weg.
console-grid = Rooster
console-slot = Ronde { $slot }
console-place = Plek { $place }
console-cell = Ronde { $slot }, plek { $place }
console-free = vrij
console-queue = { $count ->
    [0] Niemand wacht op het podium
    [one] 1 wacht op het podium
   *[other] { $count } wachten op het podium
}
console-pitch-now = Nu op het podium
console-proposals = Voorstellen
console-proposals-all = Alles ({ $count })
console-proposals-unplaced = Zonder plek ({ $count })
console-proposals-none = Nog geen voorstellen.
console-unplaced = Nog geen plek
console-going = mensen gaan erheen
console-clash = { $name } staat in ronde { $slot } op twee plekken.
console-clash-short = { $name } staat dubbel
console-place-for = Plek voor { $title }
console-place-choose = Kies een plek
console-place-free = Plek { $place } (vrij)
console-place-taken = Plek { $place }: { $title }
console-place-it = Zet in het rooster
console-place-do = Zet in ronde { $slot }, plek { $place }
console-unplace = Haal van ronde { $slot }, plek { $place }
console-withdraw = Verwijder voorstel
console-withdraw-preview = Het gesprek “{ $title }” vervalt. Dit kan niet terug.
console-withdraw-written = Het gesprek “{ $title }” vervalt, en ook wat daarin is opgeschreven. Dit kan niet terug.
console-withdraw-yes = Ja, verwijder

console-keys = Sneltoetsen
console-keys-on = Sneltoetsen gebruiken
console-keys-hint = Ze werken niet als je typt. Waar een knop eerst vraagt, vraagt de toets dat ook.
console-key-next = Naar de volgende ronde
console-key-back = Terug naar de vorige ronde
console-key-one = 1 minuut erbij
console-key-five = 5 minuten erbij
console-key-help = Wie om hulp vraagt
console-key-message = Schrijf een bericht
console-key-list = Deze lijst

# Elkaar horen
call-title = Gesprek
call-join = Praat mee
call-leave = Stop met meepraten
call-note = Het gesprek opent hier, bij { $host }. Je microfoon gaat pas aan als jij dat goed vindt.
call-beside = Het gesprek opent in een nieuw venster, bij { $host }. Laat deze bladzijde open.
call-read-out = Lees voor:

# Ruimtes, tafels, hulp, berichten en applaus: het scherm van wie meedoet

rooms-hall = Hal
rooms-hall-about = Hier is iedereen die niet in een ruimte is.
rooms-gone = Een ruimte die er niet meer is
rooms-choose = Kies een ruimte
rooms-line = Ruimtes
rooms-walk-on = Andere ruimtes
rooms-go-in = Ga naar binnen
rooms-going = Je gaat erheen…
rooms-you-are-here = Hier ben je
rooms-back = Terug naar de hal
rooms-way-out = Uit deze ruimte
rooms-with-tables = in tafels
rooms-heads = { $count ->
    [0] Nog niemand
    [one] 1 mens
   *[other] { $count } mensen
}
rooms-prompt-dream = Waar droomt dit initiatief van? En wat kan dat in jouw buurt zijn?
rooms-prompt-need = Wie of wat helpt dit initiatief verder? En wat kun jij doen?
rooms-do-dream = Kies een ruimte en droom mee.
rooms-do-need = Kies een ruimte en help ze verder.
rooms-do-open-space = Kies zelf je gesprek.
rooms-do-harvest = Kijk wat elk initiatief meeneemt. Zeg wat jij doet.
rooms-do-goodbye = Dank dat je er was. Laat weten hoe je verder wilt.
rooms-do-over = De tijd is om. Iedereen komt zo terug in de hal.
rooms-do-back = Iedereen is terug in de hal. Wat je schreef, is bewaard.
rooms-do-room = Praat mee. Schrijf op wat je wilt geven.
rooms-do-table = Praat mee aan tafel { $number }. Schrijf op wat je wilt geven.
rooms-do-lead = Ontvang je gasten. Loop langs de tafels.
rooms-do-last-minute = Maak je zin af. Daarna kom je vanzelf terug in de hal.
rooms-last-minute = Nog 1 minuut. Maak je zin af.
rooms-now-in = Je bent nu in: { $name }.
rooms-back-in-hall = Je bent terug in de hal.
rooms-about = Over { $name }
rooms-people = Wie is hier
rooms-who = Wie is hier
rooms-walking = Lopen rond
rooms-own-table = Jouw tafel: { $number }
rooms-table = Tafel { $number }
rooms-tables = Tafels
rooms-other-tables = { $count ->
    [one] De andere tafel
   *[other] De { $count } andere tafels
}
rooms-sit = Schuif aan
rooms-sit-at = Schuif aan bij tafel { $number }
rooms-table-full = Vol
rooms-you = jij
rooms-lead = trekker
rooms-facilitator = begeleider
rooms-host = gastheer
rooms-scribe = schrijft mee
rooms-be-host = Ik wil gastheer zijn
rooms-be-scribe = Ik schrijf mee
rooms-stop-host = Toch geen gastheer
rooms-stop-scribe = Toch niet meeschrijven
rooms-help = Roep hulp
rooms-help-coming = Er komt iemand aan.
rooms-help-take-back = Niet meer nodig
rooms-messages = Berichten
rooms-message-from = Bericht van { $name }
rooms-message-told = Bericht van { $name }: { $text }
rooms-message-close = Gelezen
rooms-message-close-from = Gelezen: bericht van { $name }
rooms-clap = Klap
rooms-claps = { $count ->
    [one] 1 klap
   *[other] { $count } klappen
}
rooms-back-note = Die vraag heb ik ook
rooms-backed = { $count ->
    [0] Nog niemand vraagt dit ook
    [one] 1 mens vraagt dit ook
   *[other] { $count } mensen vragen dit ook
}
rooms-taken = Het initiatief neemt dit mee
rooms-note-waits = Wacht op een begeleider. Daarna ziet iedereen het.
rooms-other-kinds = Iets anders
rooms-write = Schrijf op het bord

# Het podium: wat de hele zaal ziet
stage-pin = Wat staat er op het podium?
stage-pin-automatic = Vanzelf
stage-pin-wall = Briefjes
stage-pin-questions = Vragen
stage-pin-counters = Tellers
stage-pin-programme = Programma
stage-pin-names = Namen bij briefjes
stage-rooms = Ga naar een ruimte
stage-back-by-itself = Straks is iedereen vanzelf terug in de hal.
stage-pitched = Nu aan het woord
stage-queue = Daarna
stage-queue-more = { $count ->
    [one] en nog 1 gesprek
   *[other] en nog { $count } gesprekken
}
stage-propose = Stel een gesprek voor op je telefoon.
stage-slot = Blok { $slot }
stage-slot-empty = Hier is nog plaats.
stage-talk-place = Plek { $place }
stage-going = { $count ->
    [one] 1 mens gaat
   *[other] { $count } mensen gaan
}
stage-inside = { $count } binnen
stage-gains = Dit nemen we mee
stage-gains-none = Hier komt wat de initiatieven meenemen.
stage-pledges = Dit doe ik
stage-pledges-none = Hier komt wat jij gaat doen. Zeg het op je telefoon.
stage-pledge-for = Voor { $initiative }
stage-contacts = { $count ->
    [one] contact
   *[other] contacten
}
stage-pledged = { $count ->
    [one] keer “dit doe ik”
   *[other] keer “dit doe ik”
}
stage-milestones = { $count ->
    [one] mijlpaal
   *[other] mijlpalen
}
stage-counters = Zoveel is er al
stage-questions = Vragen uit de zaal
stage-questions-none = Er staat nog geen vraag op het podium.
stage-ask-too = { $count ->
    [one] vraagt dit ook
   *[other] vragen dit ook
}
stage-wall-none = Er staat nog geen briefje op het podium.
stage-programme = Het programma
stage-now = Nu
stage-chosen-by = Gekozen door { $name }.
stage-chosen-by-facilitators = Gekozen door de begeleiders.
stage-shared = Zij delen deze prijs.
stage-goodbye-now = Zo ga je verder, op je telefoon:
stage-goodbye-do = Zeg wat jij gaat doen.
stage-goodbye-report = Vraag het verslag aan per mail.
stage-goodbye-stay = Blijf een jaar bij elkaar.

# Open space: gesprekken voorstellen, plaatsen en kiezen
market-propose = Waar wil jij over praten?
market-about-what = Mijn gesprek gaat over
market-good-for = Goed voor
market-people-optional = mensen (mag leeg)
market-send = Stel voor
market-closed = Voorstellen kan nu niet meer. Kies een gesprek om heen te gaan.
market-own = Mijn gesprekken
market-all = Alle gesprekken
market-new = { $count ->
    [one] 1 nieuw gesprek
   *[other] { $count } nieuwe gesprekken
}
market-slot = Blok { $slot }
market-place = Plek { $place }
market-no-place = Nog geen plek
market-slot-empty = Hier is nog plaats voor een gesprek.
market-going = { $count ->
    [0] Nog niemand gaat
    [one] Er gaat 1 mens
   *[other] Er gaan { $count } mensen
}
market-going-of = { $count ->
    [0] Goed voor { $heads }
    [one] Goed voor { $heads }, er gaat er 1
   *[other] Goed voor { $heads }, er gaan er { $count }
}
market-inside = { $count } binnen
market-going-there = Hier ga ik heen
market-going-mine = Ik ga hierheen
market-go = Ga erheen
market-on-stage = Nu op het podium
market-in-queue = In de rij
market-twice = { $count ->
    [one] { $names } heeft in dit blok nog een gesprek.
   *[other] { $names } hebben in dit blok nog een gesprek.
}
market-yours = Van jou
market-count = { $count ->
    [0] nog leeg
    [one] 1 gesprek
   *[other] { $count } gesprekken
}
market-twice-mine = Een trekker staat in dit blok bij twee gesprekken. Kies een ander blok, of vraag iemand.
market-title = Zo heet mijn gesprek
market-retitle = Andere titel
market-give-place = Kies een plek
market-move = Andere plek
market-choose-cell = Tik op een plek die vrij is.
market-cell-free = vrij
market-cell-mine = hier is jouw gesprek
market-cell-taken = bezet door { $title }
market-off = Haal van het rooster
market-off-sure = Je gesprek heeft dan geen plek meer. Wie er is, komt terug in de hal.
market-off-yes = Haal eraf
market-queue = Naar het podium
market-unqueue = Ga uit de rij
market-merge = Samen met een ander
market-merge-with = Met welk gesprek?
market-choose = Kies een gesprek
market-merge-how = Zegt de ander ja? Dan gaat jouw gesprek op in dat gesprek.
market-merge-ask = Vraag het
market-merge-agree = Ja, samen
market-merge-decline = Nee, liever apart
market-merge-sure = “{ $title }” gaat dan op in jouw gesprek. Jullie leiden het samen.
market-merge-yes = Maak er een van
market-asks = { $names } vraagt: zullen we samen? Het gaat om “{ $title }”.
market-you-asked = Je vroeg of je samen kunt met “{ $title }”.
market-declined = { $names } gaat liever apart verder met “{ $title }”. Je vraag staat niet meer open.
market-withdraw = Neem terug
market-withdraw-sure = Je gesprek verdwijnt. Wie er is, komt terug in de hal.
market-withdraw-yes = Neem terug
market-harvest = Opbrengst van dit gesprek
market-write-harvest = Schrijf op wat het gesprek bracht
market-insights = Wat zagen we?
market-insights-hint = Inzichten, kort opgeschreven.
market-agreements = Wat spraken we af?
market-agreements-hint = Wie doet wat, en wanneer?
market-keep-both = Houd allebei
market-left = Je hebt nog tekst voor “{ $title }”

# Oogst: stippen, hulpvragen en “Dit doe ik”
harvest-choose = Welk initiatief bekijk je?
harvest-do = Dit doe ik
harvest-what = Wat doe jij?
harvest-when = Wanneer? Mag leeg.
harvest-terms = Hoe doe je dat?
harvest-unpaid = Zonder betaling
harvest-paid = Tegen betaling
harvest-exchange = In ruil voor iets
harvest-shown = Iedereen op het festijn ziet je naam en wat je doet.
harvest-new = { $count ->
    [one] 1 nieuwe
   *[other] { $count } nieuwe
}
harvest-do-send = Zeg het toe
harvest-back = Neem terug
harvest-back-sure = Wat je toezegde verdwijnt.
harvest-back-yes = Neem terug
harvest-other = Ik kan iets anders doen.
harvest-any = Er is geen hulpvraag. Je kunt wel iets doen.
harvest-milestones = Mijlpalen
harvest-along = Dit neemt het initiatief mee
harvest-along-none = Nog niets. Geef een stip aan wat jij het nuttigst vindt.
harvest-others = Andere briefjes
harvest-no-word = Verder
harvest-dot = Geef een stip
harvest-dot-mine = Jouw stip
harvest-dots = { $count ->
    [one] stip
   *[other] stippen
}
harvest-dots-left = { $count ->
    [0] Je stippen zijn op.
    [one] Je hebt nog 1 stip.
   *[other] Je hebt nog { $count } stippen.
}
harvest-sort = Meeste stippen eerst
harvest-more = Toon er meer ({ $count })

# Afscheid: wat je wilt laten weten, en een link om terug te komen
goodbye-lead = Alles hieronder mag, niets hoeft.
goodbye-word = Wat ga jij doen?
goodbye-word-why = De organisatie ziet wat je schrijft, met je naam.
goodbye-word-label = Dit ga ik doen
goodbye-word-send = Laat het weten
goodbye-word-back = Neem terug
goodbye-report = Het verslag per e-mail
goodbye-report-text = Ja, stuur mij het verslag. Bewaar daarvoor mijn e-mailadres, hoogstens 90 dagen. Alleen de organisatie ziet mijn adres. Ik kan dit altijd terugnemen.
goodbye-report-send = Ja, stuur mij het verslag
goodbye-report-yes = Je krijgt het verslag.
goodbye-community = Een jaar bij elkaar blijven
goodbye-community-text = Ja, ik blijf een jaar bij de groep van dit festijn. Bewaar daarvoor mijn e-mailadres, hoogstens 365 dagen. De organisatie mag mij schrijven over hoe het verdergaat. Ik kan dit altijd terugnemen.
goodbye-community-send = Ja, ik blijf erbij
goodbye-community-yes = Je blijft erbij.
goodbye-email = Mijn e-mailadres
goodbye-until = Je ja geldt tot { $day }.
goodbye-no-longer = Toch niet meer
goodbye-link = Mijn link voor een ander apparaat
goodbye-link-why = Open deze link op je laptop of een andere telefoon. Dan ga je daar verder als jezelf.
goodbye-link-warning = Deel hem met niemand. Wie hem heeft, kan doen alsof die jou is.
goodbye-link-show = Laat mijn link zien
goodbye-link-yours = Mijn link
goodbye-link-failed = De link is niet opgehaald. Probeer het zo nog een keer.
goodbye-copy = Kopieer
goodbye-copied = De link is gekopieerd.
goodbye-copy-by-hand = Houd de link ingedrukt en kies Kopieer.

# Elkaar horen: een link met de hand, in de regie
console-hearing = Elkaar horen
console-hearing-sum = { $count ->
    [0] geen eigen links
    [one] 1 eigen link
   *[other] { $count } eigen links
}
console-hearing-pattern = De hal en alle ruimtes hebben al een gesprek, bij { $host }. Jouw link gaat voor.
console-hearing-none = Er is nog geen vast gesprek. Geef de hal of een ruimte een link.
console-hearing-where = Voor welke plek?
console-hearing-tables = Alle tafels van deze ruimte krijgen dezelfde link.
console-hearing-link = Link van het gesprek
console-hearing-hint = Plak de link van Jitsi, Zoom, Teams of iets anders.
console-hearing-wrong = Deze link kunnen we niet openen. Hij begint met https:// en heeft geen spaties.
console-hearing-within = Mensen praten in onze bladzijde, via { $host }.
console-hearing-button = Mensen krijgen een grote knop. Het gesprek opent in een nieuw venster, bij { $host }.
console-hearing-set = Geef deze link
console-hearing-take = Haal de link weg
console-hearing-take-pattern = { $room }: daar geldt dan weer het vaste gesprek van het festijn.
console-hearing-take-none = { $room }: daar is dan geen gesprek meer.

# One address for both consents
consent-one-address = Dit adres gaf je net al. Er is er één voor allebei. Een ander adres? Kies eerst bij de andere: Toch niet meer.

# Wat eruit kwam, voor iedereen te lezen; wat de organisatie daarvan kiest; en met naam of zonder
page-results-heading = Hier is nu niets te lezen
page-results-text = De organisatie maakte dit nog niet openbaar, of nam het terug.
results-eyebrow = Dit kwam eruit
results-lead = Iedereen mag dit lezen. De organisatie kiest wat hier staat.
results-people = { $count ->
    [one] mens deed mee
   *[other] mensen deden mee
}
results-notes-count = { $count ->
    [one] briefje geschreven
   *[other] briefjes geschreven
}
results-talks-count = { $count ->
    [one] gesprek gevoerd
   *[other] gesprekken gevoerd
}
results-asked = { $count ->
    [one] keer hulp gevraagd
   *[other] keer hulp gevraagd
}
results-helped = { $count ->
    [one] keer hulp gevonden
   *[other] keer hulp gevonden
}
results-milestones-count = { $count ->
    [one] mijlpaal gezet
   *[other] mijlpalen gezet
}
results-asks = { $count ->
    [one] 1 hulpvraag staat nog open
   *[other] { $count } hulpvragen staan nog open
}
results-talks-none = Er zijn nog geen gesprekken.
results-prizes-none = Er is nog geen prijs onthuld.
results-given = Gegeven door { $giver }
results-back = Alles van { $title }
results-open = Nog open
results-found = { $count ->
    [one] 1 keer hulp gevonden
   *[other] { $count } keer hulp gevonden
}
results-needs-lead = Kun jij helpen, of ken je iemand? Kom binnen en zeg het.
results-come-in = Kom binnen en help
results-needs-none = Er zijn nog geen hulpvragen.
results-notes = Wat mensen gaven
results-notes-none = Er zijn nog geen briefjes.
results-recipe-none = Er is nog geen recept.
results-changed = Anders dan in { $version }
results-changed-how = Nieuwe woorden zijn onderstreept. Wat weg is, is doorgestreept.
results-changed-none = Er is nog niets anders dan in { $version }.
results-new = nieuw:
results-gone = weg:
results-rest = verder:
results-behind = Dit zit erachter
results-milestones-none = Er zijn nog geen mijlpalen.
results-calendar = Zet de mijlpalen in je agenda (ICS)
results-state = { $state ->
    [done] Klaar
    [moved] Verzet
    [dropped] Gaat niet door
   *[planned] Gepland
}
results-goals = Doelen voor de wereld waar dit aan meewerkt
results-goal = { $goal ->
    [1] Niemand arm
    [2] Eten voor iedereen
    [3] Gezond leven
    [4] Goed leren
    [5] Vrouwen en mannen gelijk
    [6] Schoon water
    [7] Schone energie
    [8] Eerlijk werk
    [9] Slimme techniek
    [10] Minder verschil
    [11] Fijne buurten
    [12] Zuinig met spullen
    [13] Een koelere aarde
    [14] Leven in het water
    [15] Leven op het land
    [16] Vrede en recht
   *[17] Samen sterk
}
results-names-none = Hier staan geen namen van mensen. Een naam komt er alleen bij wie dat goed vindt.
results-names-some = Namen staan hier alleen van mensen die dat goed vinden. Hun ja geldt hoogstens tot { $day }.
results-names-back = Wie zijn naam niet meer wil zien, neemt dat ja terug. De naam is dan meteen weg.
publish-title = Openbaar maken
publish-lead = Kies wat iedereen mag lezen, zonder in te loggen. Namen staan er alleen bij wie dat goed vindt.
publish-behind = Achter een nieuw recept zitten briefjes. Die staan erbij als ook de briefjes openbaar zijn.
publish-festival = Het hele festijn
publish-part = { $part ->
    [card] Kaart
    [needs] Hulpvragen
    [notes] Briefjes
    [recipe] Recept
    [milestones] Mijlpalen
    [conversations] Gesprekken
    [prizes] Prijzen
   *[numbers] Cijfers
}
publish-now = Nu openbaar: { $parts }.
publish-nothing = Nu is hier niets openbaar.
publish-do = Maak dit openbaar
publish-back = Neem alles terug
publish-see = Bekijk
publish-of = van { $name }
publish-none = Er zijn nog geen initiatieven.
goodbye-named = Mijn naam bij wat ik schreef
goodbye-named-text = Ja, zet mijn naam bij mijn briefjes en gesprekken, als de organisatie die openbaar maakt. Iedereen kan ze dan lezen. Mijn ja geldt hoogstens 365 dagen. Ik kan dit altijd terugnemen.
goodbye-named-send = Ja, mijn naam mag erbij
goodbye-named-yes = Je naam mag erbij.
goodbye-results = Lees wat eruit kwam
goodbye-results-text = De organisatie maakte dit openbaar. Je mag de link met iedereen delen.
goodbye-results-go = Naar de opbrengst

# Na de dag: expertgroepen, mijlpalen, brieven
after-line = Doe mee of stel een vraag: groepen, mijlpalen en brieven
after-group = Expertgroep
after-groups = Expertgroepen
after-groups-why = Maak samen met anderen iets bruikbaars. De groep blijft ook na de dag open.
after-open = Open een expertgroep
after-title = Hoe heet de groep?
after-product = Wat maken jullie?
after-method = Methode
after-podcast = Podcast
after-plan = Programmaplan
after-other = Iets anders
after-to-group = Naar de groep: { $title }
after-close = Sluit de aanmelding
after-reopen = Open de aanmelding weer
after-shut = Aanmelden kan niet meer
after-members = { $count ->
    [0] nog niemand
    [one] 1 mens
   *[other] { $count } mensen
}
after-together = Doe mee
after-who = Wie doen er mee?
after-brings = Wat breng jij mee?
after-join = Ik doe mee
after-join-send = Meld me aan
after-in = Je doet mee. De groep en het initiatief zien je naam en wat je meebrengt.
after-leave = Ik stop ermee
after-leave-sure = Je gaat uit de groep { $title }. Wat je schreef op het bord blijft.
after-leave-yes = Ja, ik stop
after-enter = { $count ->
    [0] Ga de ruimte in. Daar is nu niemand.
    [one] Ga de ruimte in. Daar is nu 1 mens.
   *[other] Ga de ruimte in. Daar zijn nu { $count } mensen.
}
after-planned = Komt nog
after-moved = Verschoven
after-done = Gelukt
after-dropped = Gaat niet door
after-tell = Vertel hoe het ging
after-how = Hoe staat het ervoor?
after-new-date = Nieuwe datum
after-why = Waarom? Eén regel
after-letters = Zie je een kans, heb je een vraag?
after-letters-why = Schrijf dit initiatief. Alleen zij en de begeleiders lezen je brief.
after-letters-why-festival = Schrijf het festijn, ook na de dag. Alleen de begeleiders en de organisatie lezen je brief.
after-letter-write = Schrijf een brief
after-letter-kind = Wat is het?
after-letter-text = Jouw brief
after-letter-send = Verstuur
after-letter-back-sure = Je brief gaat weg, met het antwoord erbij. Weet je het zeker?
after-chance = Kans
after-question = Vraag
after-answer = Antwoord
after-no-answer = Nog geen antwoord
after-answer-label = Antwoord op deze brief
after-letters-ours = Brieven aan ons
after-letters-none = Er zijn nog geen brieven.
after-letters-festival = Brieven en vragen
after-unanswered = Vragen aan initiatieven zonder antwoord
after-unanswered-none = Alle vragen hebben een antwoord.
after-unanswered-sum = { $count ->
    [0] alles beantwoord
    [one] 1 vraag wacht
   *[other] { $count } vragen wachten
}

# Hulp aanbieden, antwoord krijgen, elkaar bereiken
offer-can = Ik kan helpen
offer-know = Ik ken iemand
offer-help = Bied hulp aan
offer-how = Wat is het?
offer-what = Waarmee kun jij of die ander helpen? Eén zin is genoeg.
offer-when = Wanneer kan het? Mag leeg.
offer-behalf = Namens een organisatie? Mag leeg.
offer-for = namens
offer-send = Bied dit aan
offer-mine = Mijn hulp
offer-need-gone = Deze hulpvraag staat er niet meer.
offer-counts = { $offers ->
    [one] 1 keer hulp aangeboden
   *[other] { $offers } keer hulp aangeboden
}
offer-found = { $found ->
    [one] 1 keer gevonden
   *[other] { $found } keer gevonden
}
offer-state = { $reply ->
    [yes] Het initiatief zegt: ja, graag
    [later] Het initiatief zegt: later
    [no] Het initiatief zegt: nee, dank je
   *[none] Het initiatief las dit nog niet of denkt na
}
offer-back = Neem mijn hulp terug
offer-back-sure = Wat je aanbood verdwijnt.
offer-back-sure-yes = Wat je aanbood verdwijnt. Jullie zien elkaars contact niet meer.
offer-ours-heading = Hulp voor ons
offer-ours-short = Hulp
offer-ours-lead = Zeg bij elk aanbod ja, later of nee. Bij een ja kunnen jullie elkaars contact delen.
offer-ours-none = Er is nog geen hulp aangeboden. Vraag precies wat je nodig hebt: dan komt die eerder.
offer-ours-waiting = wacht op antwoord
offer-answer = { $reply ->
    [yes] Ja, graag
    [later] Later
   *[no] Nee, dank je
}
offer-line = Een zin erbij. Mag leeg.
offer-ours = { $reply ->
    [yes] Jullie zeiden: ja, graag
    [later] Jullie zeiden: later
   *[no] Jullie zeiden: nee, dank je
}
offer-another = Geef een ander antwoord
offer-another-sure = Zeg je straks geen ja meer, dan zien jullie elkaars contact niet meer.
reach-heading = Elkaar bereiken
reach-why = Jullie zien elkaars contact als jullie allebei ja zeggen. Niemand anders ziet het.
reach-contact = Hoe ben jij te bereiken? Een e-mailadres of nummer
reach-text = Ja, { $name } mag dit zien, alleen voor dit aanbod. Het wordt hoogstens 365 dagen bewaard. Ik kan het altijd terugnemen.
reach-send = Deel mijn contact
reach-theirs = Zo bereik je { $name }:
reach-mine = Dit ziet de ander van jou:
reach-mine-alone = De ander ziet dit als die ook ja zegt:
reach-taken = Iemand anders van jullie deelde al een contact voor dit aanbod.
reach-stop = Deel het niet meer
reach-stop-sure = De ander ziet jouw contact niet meer, en jij dat van de ander niet.
sector-ask = Ik doe mee als
sector-why = Zo tellen we hoe vaak overheid en anderen elkaar vinden. Je naam telt niet mee.
sector = { $sector ->
    [resident] Bewoner
    [initiative] Initiatief
    [municipality] Gemeente of overheid
    [company] Bedrijf
    [fund] Fonds
    [other] Iets anders
   *[unsaid] Zeg ik liever niet
}
stage-connected = { $count ->
    [one] keer hulp gevonden
   *[other] keer hulp gevonden
}

# Het recept dat groeit, en de doelen
grown-see = Bekijk wat er anders is, en eerdere recepten
grown-version = Welk recept lees je?
grown-lead = Pas aan wat beter kan. Zet bij elk deel de briefjes die erachter zitten.
grown-read = Lees wat er anders is
grown-begin = Begin { $version }
grown-begin-sure = { $before } blijft zoals het nu is. Het nieuwe recept begint als kopie ervan.
grown-behind = { $count ->
    [0] Zet er briefjes achter
    [one] Hierachter zit 1 briefje
   *[other] Hierachter zitten { $count } briefjes
}
grown-behind-none = Kies eerst bij een briefje: Neem ik mee.
goals-heading = Doelen voor de wereld
goals-why = Aan welke van de zeventien doelen werkt dit initiatief mee?
goals-choose = { $count ->
    [0] Kies doelen
    [one] 1 doel gekozen
   *[other] { $count } doelen gekozen
}

# Wat er na de dag uitkwam, in de bestanden
outcome-offers = Hulp die is aangeboden
outcome-behalf = Namens
outcome-replied = Zei het initiatief
outcome-reply = { $reply ->
    [yes] ja, graag
    [later] later
    [no] nee, dank je
   *[none] nog geen antwoord
}
outcome-connections = Hulp die is gevonden
outcome-sort-heading = Telt als
outcome-sort = { $sort ->
    [public] met overheid
    [private] zonder overheid
   *[unsaid] niet gezegd
}
outcome-count = Aantal
outcome-help = Hulp per soort
outcome-asked = Gevraagd
outcome-offered = Aangeboden
outcome-found = Gevonden
outcome-open = Aanmelden kan
outcome-brought = Wat mensen meebrengen
outcome-changes = Wat er anders is
outcome-was = Stond er
outcome-behind = Briefjes erachter
outcome-goal = Doel
outcome-letters = Brieven
outcome-unanswered = Zonder antwoord
outcome-over-time = Briefjes per vijf minuten
outcome-why = Waarom
outcome-members = { $count ->
    [one] 1 mens
   *[other] { $count } mensen
}
outcome-help-line = { $asked } keer gevraagd, { $offered } keer aangeboden, { $found } keer gevonden
desk-csv = Tabellen (CSV, in een zip)
desk-ics = Mijlpalen voor een agenda (ICS)
desk-zip = Alles in één zip
mine-calendar = Zet mijn mijlpalen in mijn agenda

# Grafieken van wat er uitkwam
chart-time = Briefjes in de loop van de tijd
chart-time-text = { $count ->
    [one] Er kwam 1 briefje, tussen { $begins } en { $ends }.
   *[other] Er kwamen { $count } briefjes, tussen { $begins } en { $ends }.
}
chart-time-most = { $count ->
    [one] Er kwam nooit meer dan 1 tegelijk, het eerst tussen { $begins } en { $ends }.
   *[other] De meeste briefjes, { $count }, kwamen tussen { $begins } en { $ends }.
}
chart-turnout = Hoeveel mensen stemden
chart-turnout-text = { $voted ->
    [one] 1 van de { $people } mensen stemde over: { $prizes }.
   *[other] { $voted } van de { $people } mensen stemden over: { $prizes }.
}

# Het verslag op papier (PDF)
desk-pdf = Verslag (PDF)
paper-contents = Inhoud
paper-whole = Het geheel
paper-own = Ruimte voor je eigen aantekeningen
paper-more = { $count ->
    [one] Nog 1 briefje staat in het rekenblad.
   *[other] Nog { $count } briefjes staan in het rekenblad.
}
paper-names = We zetten er geen namen van mensen bij.
paper-box = □ staat voor een teken dat hier niet gedrukt kan worden.

## Mijn gegevens

mydata-heading = Mijn gegevens
mydata-lead = Dit weet het festijn van je. Alleen jij ziet deze bladzijde.
mydata-back = Terug
mydata-name = Je naam
mydata-came = Je kwam binnen op { $day }.
mydata-stays = Je naam blijft tot { $day }. Daarna gaat hij vanzelf weg.
mydata-rename = Andere naam
mydata-out = Je bent uit dit festijn gezet. Je ziet hier nog wat er van je is, en je kunt het laten wissen. Klopt je naam niet? Vraag het de organisatie.
mydata-words-heading = Wat je schreef en afsprak
mydata-fix = Veranderen of terugnemen doe je op je eigen scherm.
mydata-nothing = Je schreef nog niets.
mydata-until-day = Blijft tot { $day }.
mydata-notes = Briefjes
mydata-pledges = Dit doe ik
mydata-offers = Hulp die je aanbood
mydata-contacts = Zo ben je te bereiken
mydata-groups = Groepen waar je in zit
mydata-letters = Brieven
mydata-farewell = Bij het afscheid
mydata-address = E-mail
mydata-agreed = Hier zei je ja op
mydata-ended = Hier zei je ja op, en dat geldt niet meer
mydata-conversations = Gesprekken die je begon
mydata-milestones = Mijlpalen waar je naam bij staat
mydata-messages = Berichten
mydata-take = Meenemen
mydata-html = Om te lezen (HTML)
mydata-json = Voor een computer (JSON)
mydata-erase = Vergeet mij
mydata-erase-text = De naam verdwijnt overal, binnen een minuut. Dit kan niet ongedaan worden gemaakt.
mydata-erase-tallies = Getallen blijven, zoals stippen en uitslagen. Een stem in een open stemming vervalt.
mydata-erase-others = Wat anderen schreven of al opsloegen, kunnen wij niet vergeten.
mydata-keep = Mijn woorden mogen blijven, zonder mijn naam
mydata-drop = Mijn woorden gaan ook weg
mydata-sure = Ja, ik weet het zeker
mydata-choose = Kies wat er met je woorden gebeurt. Zet ook het vinkje bij ja.
mydata-who = Wie
mydata-what = Waarvoor
mydata-words = De woorden
mydata-since = Ja gezegd op
mydata-days = Voor hoeveel dagen
mydata-until = Voorbij op
mydata-for =
    { $what ->
        [report] Het verslag per e-mail
        [community] Een jaar op de hoogte blijven
        [named] Met naam op openbare bladzijden
       *[contact] Laten zien hoe iemand te bereiken is
    }
mydata-leave = Weg van dit apparaat
mydata-leave-text = Is dit niet jouw apparaat? Dan vergeet het wie je bent. Je briefjes blijven.
left-heading = Dit apparaat kent je niet meer
left-text = Kom terug met je eigen link, of door de voordeur.
erased-heading = Je bent vergeten
erased-text = Je naam is weg. Tot ziens, misschien onder een andere naam.
people-heading = Mensen
people-lead = Vraagt iemand om vergeten te worden? Dan doe je dat hier.
people-agreements = Wie waar ja op zei (CSV)
people-known =
    { $count ->
        [0] Er is niemand meer bij naam bekend
        [one] { $count } mens is bij naam bekend
       *[other] { $count } mensen zijn bij naam bekend
    }
people-erased =
    { $count ->
        [one] { $count } mens is vergeten.
       *[other] { $count } mensen zijn vergeten.
    }
people-erase = Vergeet
people-keep = Vergeet. De woorden blijven, zonder naam
people-drop = Vergeet. De woorden gaan ook weg
desk-role-participant = Deelnemer
desk-people = Namen
desk-people-until = Namen blijven tot { $day }. Wie later binnenkwam, of ja zei op meer, blijft langer.
desk-people-free = Namen blijven { $days } dagen, vanaf het binnenkomen.
desk-people-soon = De namen gaan bijna weg. Haal nu op wat je met namen wilt bewaren.
desk-people-gone = De namen van de dag zelf zijn vergeten. Wie later kwam, is nog even bekend.
desk-people-see = Wie er bekend is, en iemand vergeten
somebody = Iemand
