"""Actors are found by phrase and token rules over a blank tokenizer."""

import pycountry
import pytest
import spacy
from spacy.language import Language

from ahcextract.pipeline.actors import ActorMatcher
from ahcextract.profile import load_profile

# Members of the United Nations, and its two observer states, by their ISO codes.
MEMBERS = """AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ
BOL BRA BRB BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA
DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY
HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN
LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS
MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT ROU RUS
RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM
TLS TON TTO TUN TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE VAT
PSE""".split()


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


@pytest.fixture(scope="module")
def ahc(nlp: Language) -> ActorMatcher:
    return ActorMatcher(nlp, load_profile("ahc"))


@pytest.fixture(scope="module")
def unfccc(nlp: Language) -> ActorMatcher:
    return ActorMatcher(nlp, load_profile("unfccc"))


def found(matcher: ActorMatcher, nlp: Language, text: str) -> list[tuple[str, str]]:
    return [(span.text, span._.actor.id) for span in matcher.match(nlp(text))]


def ids(matcher: ActorMatcher, nlp: Language, text: str) -> list[str]:
    return [span._.actor.id for span in matcher.match(nlp(text))]


def _said(name: str) -> str:
    """`Iran, Islamic Republic of` as it is said in running text."""
    head, comma, tail = name.split(" (")[0].partition(", ")
    return f"{tail} {head}" if comma else head


def test_there_are_195_members_and_observers() -> None:
    assert len(MEMBERS) == len(set(MEMBERS)) == 195


@pytest.mark.parametrize("key", ["name", "common_name", "official_name"])
def test_every_member_is_found_by_its_names_in_pycountry(
    ahc: ActorMatcher, nlp: Language, key: str
) -> None:
    wrong = {}
    for code in MEMBERS:
        name = getattr(pycountry.countries.get(alpha_3=code), key, None)
        if name is None:
            continue
        for text in (f"Yesterday {_said(name)} objected.", f"The {_said(name).upper()} objected."):
            if ids(ahc, nlp, text) != [code]:
                wrong[text] = ids(ahc, nlp, text)
    assert wrong == {}


def test_every_member_is_found_by_its_name_in_cldr(ahc: ActorMatcher, nlp: Language) -> None:
    from babel import Locale

    territories = Locale("en").territories
    wrong = {}
    for code in MEMBERS:
        name = territories[pycountry.countries.get(alpha_3=code).alpha_2].split(" (")[0]
        if " - " not in name and ids(ahc, nlp, f"Thus {name} objected.") != [code]:
            wrong[name] = ids(ahc, nlp, f"Thus {name} objected.")
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the UK, the U.K. and Great Britain", ["GBR", "GBR", "GBR"]),
        ("the US, the U.S. and the United States", ["USA", "USA", "USA"]),
        ("DRC, the Democratic Republic of the Congo and Zaire", ["COD", "COD", "COD"]),
        ("Congo and the Republic of the Congo", ["COG", "COG"]),
        ("the DPRK, North Korea, the Republic of Korea, ROK and Korea", ["PRK"] * 2 + ["KOR"] * 3),
        ("Viet Nam, Vietnam and VIET NAM", ["VNM", "VNM", "VNM"]),
        ("Côte d'Ivoire, Côte d’Ivoire, Cote d'Ivoire, Ivory Coast", ["CIV"] * 4),
        ("CÔTE D'IVOIRE and COTE D'IVOIRE", ["CIV", "CIV"]),
        ("Türkiye, Turkey and TURKEY", ["TUR", "TUR", "TUR"]),
        ("Niger, Nigeria", ["NER", "NGA"]),
        (
            "Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea",
            ["GIN", "GNB", "GNQ", "PNG"],
        ),
        ("Dominica and the Dominican Republic", ["DMA", "DOM"]),
        ("Sudan and South Sudan", ["SDN", "SSD"]),
        ("the Russian Federation, RUSSIA and the RUSSIAN FEDERATION", ["RUS", "RUS", "RUS"]),
        ("St. Kitts and Nevis, ST. LUCIA, Saint Vincent and the Grenadines", ["KNA", "LCA", "VCT"]),
        ("Swaziland, Eswatini, Burma, Myanmar", ["SWZ", "SWZ", "MMR", "MMR"]),
        ("Cape Verde, Cabo Verde, Czechia, the Czech Republic", ["CPV", "CPV", "CZE", "CZE"]),
        ("the Lao PDR, Laos, FSM, Micronesia", ["LAO", "LAO", "FSM", "FSM"]),
        ("the Holy See and the State of Palestine", ["VAT", "PSE"]),
        ("Bosnia & Herzegovina, Trinidad & Tobago", ["BIH", "TTO"]),
        ("Yugoslavia and Macedonia", ["YUG", "MKD"]),
        ("Peru's and Fiji’s", ["PER", "FJI"]),
        ("Bolivia (Plurinational State of)", ["BOL"]),
    ],
)
def test_names_of_states(ahc: ActorMatcher, nlp: Language, text: str, expected: list[str]) -> None:
    assert ids(ahc, nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He told us so, and it cost US$ 5, US$6 million and ten US dollars.",
        "They ate turkey from fine china, with jordan almonds.",
        "TELL US MORE ABOUT IT",
        "the Panama Canal, Mexico City, New Mexico, the South China Sea and the Indian Ocean",
        "an account at the Bank of China, a post at the University of Malta",
        "Georgia Smith spoke, then Michael Jordan, then our friend Chad Miller.",
        "Taiwan, Hong Kong, American Samoa and French Guiana",
        "available in French and in Russian",
        "Northern Ireland and Latin America",
    ],
)
def test_what_is_no_actor(ahc: ActorMatcher, nlp: Language, text: str) -> None:
    assert found(ahc, nlp, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Georgia and Jordan agreed with Chad.", ["GEO", "JOR", "TCD"]),
        ("On Thursday Jordan objected.", ["JOR"]),
        ("GEORGIA SUPPORTED JORDAN", ["GEO", "JOR"]),
        ("WITH THE US IN THE LEAD", ["USA"]),
        ("Mme Ana Ruiz (Chile) spoke.", []),
        ("Zoltan Kovač-Horvath (Hungary) and Jan van der Berg (Netherlands) led it.", []),
        ("doubts about the title (Chile)", ["CHL"]),
        ("doubts about the title (Russia, Cuba)", ["RUS", "CUB"]),
        ("Chair Okoro (Ghana) spoke.", ["CHAIR"]),
        ("the Arab Group (Oman)", ["ARAB_GROUP", "OMN"]),
    ],
)
def test_persons_and_states(
    ahc: ActorMatcher, nlp: Language, text: str, expected: list[str]
) -> None:
    assert ids(ahc, nlp, text) == expected


def test_adjectives_are_marked_as_such(ahc: ActorMatcher, nlp: Language) -> None:
    spans = ahc.match(nlp("the Mexican idea, a Dutch text, South Korean doubts and Brazil's view"))
    assert [(s.text, s._.actor.id, s._.actor.form) for s in spans] == [
        ("Mexican", "MEX", "adjective"),
        ("Dutch", "NLD", "adjective"),
        ("South Korean", "KOR", "adjective"),
        ("Brazil", "BRA", "name"),
    ]


def test_a_reading_says_who(ahc: ActorMatcher, nlp: Language) -> None:
    spans = ahc.match(nlp("IRAN, the EU and Microsoft"))
    assert [(s._.actor.type, s._.actor.name, s._.actor.count) for s in spans] == [
        ("state", "Iran", None),
        ("group", "European Union", None),
        ("organization", "Microsoft", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the G77, G-77/CHINA, the G-77 and China, the Group of 77", ["G77"] * 4),
        ("AOSIS, LDCs, the African Group", ["AOSIS", "LDC", "AFRICAN_GROUP"]),
        ("the AFRICAN GROUP and the ARAB GROUP", ["AFRICAN_GROUP", "ARAB_GROUP"]),
        ("the UMBRELLA GROUP, the EIG, LMDCs, AILAC", ["UMBRELLA", "EIG", "LMDC", "AILAC"]),
        ("Central Asia, the Caucasus, Albania and Moldova (CACAM)", ["CACAM", "CACAM"]),
        ("the COALITION FOR RAINFOREST NATIONS and BASIC", ["CFRN", "BASIC"]),
        ("the EC and the EUROPEAN COMMUNITY", ["EU", "EU"]),
        ("basic ideas of an alliance, alba", []),
        ("the EU Emissions Trading Scheme", []),
        ("President Adeyemi said the G-77/ CHINA agreed", ["CHAIR", "G77"]),
        ("the CLIMATE ACTION NETWORK and CAN", ["climate-action-network"] * 2),
    ],
)  # fmt: skip
def test_groups_and_organizations_of_the_climate_convention(
    unfccc: ActorMatcher, nlp: Language, text: str, expected: list[str]
) -> None:
    assert ids(unfccc, nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chair Raúl Ortega-Paz and the Vice-Chair", ["Chair Raúl Ortega-Paz", "Vice-Chair"]),
        ("Co-Chairs Okoro and Lindqvist spoke.", ["Co-Chairs Okoro and Lindqvist"]),
        ("the chair's paper and the co-facilitators", ["chair", "co-facilitators"]),
        ("CHAIR OKORO opened.", ["CHAIR OKORO"]),
        ("She agreed to chair the group, and he chairs another.", []),
        ("They asked her to Chair it.", []),
        ("The Chair of the EU bureau rose.", ["EU"]),
        ("The Chair thanked Peru.", ["Chair", "Peru"]),
        ("Facilitator Johan de Wet", ["Facilitator Johan de Wet"]),
    ],
)
def test_chairs(ahc: ActorMatcher, nlp: Language, text: str, expected: list[str]) -> None:
    assert [span.text for span in ahc.match(nlp(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As many as 42 states agreed.", [("As many as 42 states", 42)]),
        ("over 20 countries", [("over 20 countries", 20)]),
        ("eleven member states", [("eleven member states", 11)]),
        ("forty-two delegations", [("forty-two delegations", 42)]),
        ("a dozen states", [("a dozen states", 12)]),
        ("two dozen delegates", [("two dozen delegates", 24)]),
        ("more than 1,200 delegates", [("more than 1,200 delegates", 1200)]),
        ("some Latin American countries", [("some Latin American countries", None)]),
        ("many non-Annex I Parties", [("many non-Annex I Parties", None)]),
        ("A number of small delegations spoke.", [("A number of small delegations", None)]),
        ("One delegation objected.", [("One delegation", 1)]),
        ("Many objected; others, like them, did not.", [("Many", None), ("others", None)]),
        ("Backed by 30, while 39 opposed it.", [("39", 39)]),
        ("Delegates agreed that parties should wait.", [("Delegates", None), ("parties", None)]),
        ("Paragraphs 6-9 and 11 failed.", []),
        ("developing countries", []),
        ("the two countries, these states, both delegations", []),
        ("Article 3 states that it holds.", []),
        ("On 5 May 40 ratifications of 12 pages were counted.", []),
        ("Some related issues remained.", []),
        ("the most vulnerable countries", []),
        ("In 2012 Parties left.", []),
    ],
)  # fmt: skip
def test_collectives(
    ahc: ActorMatcher, nlp: Language, text: str, expected: list[tuple[str, int | None]]
) -> None:
    spans = ahc.match(nlp(text))
    assert [(s.text, s._.actor.count) for s in spans] == expected
    assert {s._.actor.id for s in spans} <= {"COLLECTIVE"}
    assert [s._.actor.name for s in spans] == [s.text for s in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Open Rivers Society spoke.", [("Open Rivers Society", "open-rivers-society")]),
        ("the Watch on Law and Order", [("Watch on Law and Order", "watch-on-law-and-order")]),
        (
            "the Acme Institute and the Blue Network",
            [("Acme Institute", "acme-institute"), ("Blue Network", "blue-network")],
        ),
        ("OpenPeace spoke.", [("OpenPeace", "openpeace")]),
        ("Article 5 of the Working Paper, Annex III", []),
        ("Maria Lindqvist spoke on Monday in Geneva.", []),
        ("the Convention, the CSAM, the Budapest Convention", []),
    ],
)  # fmt: skip
def test_unknown_organizations(
    ahc: ActorMatcher, nlp: Language, text: str, expected: list[tuple[str, str]]
) -> None:
    spans = ahc.match(nlp(text))
    assert [(s.text, s._.actor.id) for s in spans] == expected
    assert {s._.actor.form for s in spans} <= {"unknown"}


def test_officers_belong_to_their_organization(unfccc: ActorMatcher, nlp: Language) -> None:
    text = "UNEP Executive Director Ana Ruiz and Executive Secretary Okoro met AOSIS Chair Tui."
    assert found(unfccc, nlp, text) == [
        ("UNEP Executive Director Ana Ruiz", "unep"),
        ("Executive Secretary Okoro", "secretariat"),
        ("AOSIS Chair Tui", "AOSIS"),
    ]


def test_the_component_fills_its_group_without_overlaps() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("ahc_actors", config={"profile": "unfccc"})
    doc = nlp(
        "Papua New Guinea, for the Coalition for Rainforest Nations, and some EU member states"
    )
    assert [span.text for span in doc.spans["actors"]] == [
        "Papua New Guinea",
        "Coalition for Rainforest Nations",
        "some EU member states",
    ]


def test_empty_text(ahc: ActorMatcher, nlp: Language) -> None:
    assert ahc.match(nlp("")) == []
    assert ahc.match(nlp(" ")) == []
