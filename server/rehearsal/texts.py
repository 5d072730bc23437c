"""What the people of a rehearsal are called, and what they write: such words as people do write on such a day."""

FIRST = [
    "Aaltje", "Achmed", "Annemiek", "Bas", "Bram", "Chaima", "Corrie", "Daan", "Dewi", "Eefje", "Emre", "Fatima",
    "Ferdi", "Fleur", "Geert", "Gülcan", "Hanneke", "Hans", "Ilse", "Imran", "Ineke", "Jaap", "Joke", "Karim",
    "Kees", "Khadija", "Lars", "Lieke", "Marijke", "Mehmet", "Mirjam", "Naima", "Noor", "Omar", "Petra", "Pieter",
    "Rachid", "Roos", "Samira", "Sjoerd", "Tess", "Thijs", "Usha", "Vera", "Wim", "Wout", "Yara", "Yusuf", "Zeynep",
]  # fmt: skip
LAST = ["", "de Boer", "Bakker", "van Dijk", "Yilmaz", "Jansen", "el Amrani", "Visser", "van der Linden", "Smit"]

NOTES = {
    "tip": [
        "Vraag de wijkagent om een keer mee te lopen. Die kent iedereen.",
        "Begin klein, met één straat. De rest komt kijken.",
        "Zet de eerste stap op een poster, met een telefoonnummer erbij.",
        "Laat bewoners zelf kiezen wat als eerste gebeurt.",
        "Plan het op woensdagmiddag. Dan zijn de kinderen er ook.",
        "Schrijf ook op wat niet lukte. Daar leert een ander van.",
    ],
    "top": [
        "Sterk dat bewoners het zelf doen.",
        "Mooi dat iedereen mee mag doen, ook wie weinig tijd heeft.",
        "Jullie blijven het vol vertrouwen proberen. Dat werkt aanstekelijk.",
        "Wat een warm verhaal, en het klopt ook nog met de cijfers.",
    ],
    "contact": [
        "Ik ken iemand bij onze woningcorporatie. Ik vraag of zij wil bellen.",
        "Mijn zus werkt bij een fonds voor de buurt. Ik breng jullie bij elkaar.",
        "Mail mij gerust: buurvrouw@example.org. Ik ken de wethouder van vroeger.",
    ],
    "question": [
        "Hoe houden jullie dit vol als de subsidie stopt?",
        "Wie doet het werk als de trekker ziek is?",
        "Wat vinden de buren die niet meedoen?",
        "Wat zouden jullie een volgende keer anders doen?",
    ],
    "impact": [
        "Tel hoeveel mensen terugkomen, en laat dat zien op een kaart van de wijk.",
        "Vraag elk half jaar: ken je nu meer buren dan eerst?",
        "Maak een foto voor en na. Dat zegt meer dan een verslag.",
    ],
}
BETTER = "En vraag na een maand of het werkt."
ANSWERS = [
    "We werken met een vaste groep. Ieder heeft een eigen taak.",
    "Eerlijk gezegd weten we dat nog niet. Denk je mee?",
    "De helft komt van de gemeente, de rest van bedrijven uit de buurt.",
]
TALKS = [
    "Hoe vind je vrijwilligers die blijven?",
    "Geld vragen zonder gedoe",
    "Praten met de gemeente: wat helpt?",
    "Eten verbindt. Maar wie kookt er?",
    "Jongeren erbij: wat trekt hen?",
    "Samen één agenda voor de buurt",
    "Wat doe je als het even tegenzit?",
    "Een plek zonder huur: kan dat?",
]
INSIGHTS = [
    "Mensen blijven als ze zelf mogen kiezen wat ze doen.",
    "Begin bij wat er al is, niet bij wat ontbreekt.",
    "Eén vaste avond werkt beter dan steeds een nieuwe afspraak.",
]
AGREEMENTS = ["We bellen elkaar over twee weken.", "Noor maakt een lijst en stuurt die rond.", "We kijken bij elkaar."]
PLEDGES = [
    "Ik help een middag per maand met repareren.",
    "Ik bel mijn oude collega bij de woningcorporatie.",
    "Ik stuur ons draaiboek voor een buurtfeest, met onze fouten erbij.",
    "Ik kook een keer mee voor veertig mensen.",
    "Ik lees jullie plan en zeg wat ik niet snap.",
    "Ik geef twee uur advies over de boekhouding.",
]
WHEN = ["", "volgende week", "voor 1 maart", "na de zomer"]
TERMS = ["unpaid", "unpaid", "paid", "exchange"]
MILESTONES = [
    "Drie straten doen mee",
    "Een plan met de gemeente",
    "Een eigen plek voor een jaar",
    "Vijftig vaste buren",
]
STEPS = ["Eerst praten met tien buren. Daarna pas een plan.", "Deze maand zoeken we een tweede straat die meedoet."]
PARTS = ["Spreek af wie er belt.", "Iemand die elke week de deur opendoet.", "Vraag het ook aan wie nooit komt."]
WORDS = ["geld", "buren", "volhouden", "gemeente"]
FAREWELLS = [
    "Ik ga kijken bij een initiatief in mijn eigen wijk.",
    "Ik vertel dit maandag op mijn werk.",
    "Ik bel de mensen aan mijn tafel nog een keer.",
]
CONSENTS = {
    "report": "Ik wil het verslag per mail krijgen.",
    "community": "Ik wil een jaar in de gemeenschap blijven.",
}
MESSAGES = [
    "Welkom allemaal. Zoek een plek en pak je telefoon erbij.",
    "Nog even. Schrijf samen één ding op.",
    "Loop gerust naar een andere ruimte als je wilt.",
]
