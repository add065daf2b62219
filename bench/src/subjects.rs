//! What the topics of the made-up corpora ask about: invented people, places
//! and events, and the families of questions on them.
//!
//! Fifty topics with three hundred patterns, of the sorts that a desk keeps:
//! tolls, crowds, calls, costs, aid, lengths, dates, shares, areas, who asked
//! for a meeting, and quotations. In a pattern `{x}` and `{y}` stand for the
//! names of the topic's subjects.

/// A claimant, an entity or an event.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "each field is the key of its table in claims.toml")]
pub struct Named {
    pub id: &'static str,
    pub name: &'static str,
    pub aliases: &'static [&'static str],
    /// The day of an event.
    pub on: Option<&'static str>,
}

const fn named(id: &'static str, name: &'static str, aliases: &'static [&'static str]) -> Named {
    Named { id, name, aliases, on: None }
}

const fn event(id: &'static str, name: &'static str, aliases: &'static [&'static str], on: &'static str) -> Named {
    Named { id, name, aliases, on: Some(on) }
}

/// Who states things.
pub const CLAIMANTS: [Named; 12] = [
    named("interior-ministry", "the interior ministry", &["ministry of the interior"]),
    named("fire-brigade", "the fire brigade", &["fire and rescue service"]),
    named("red-crescent", "the Red Crescent", &["Red Crescent Society"]),
    named("governor", "the governor's office", &["the governor"]),
    named("railway-union", "the railway union", &["the railwaymen"]),
    named("audit-office", "the Federal Audit Office", &["the auditors", "the audit office"]),
    named("civil-defence", "the Civil Defence", &["civil defence agency"]),
    named("ombudsman", "the ombudsman", &["the ombudsman's report"]),
    named("presidency", "the presidency of Ostrava-Leth", &["Ostrava-Leth"]),
    named("chancellery", "the Vessen chancellery", &["the chancellery"]),
    named("gendarmerie", "the gendarmerie", &["gendarmes"]),
    named("health-directorate", "the health directorate", &["Directorate of Health"]),
];

/// What happened when.
pub const EVENTS: [Named; 10] = [
    event(
        "velden-ferry",
        "the Velden ferry disaster",
        &["the Velden ferry fire", "the sinking of the Velden ferry"],
        "2022-11-03",
    ),
    event("korvath-quake", "the Korvath earthquake", &["the earthquake in Korvath", "the Korvath quake"], "2023-02-11"),
    event("sarnow-flood", "the Sarnow floods", &["the flooding in Sarnow", "the Sarnow flood"], "2021-07-15"),
    event(
        "marrick-mine",
        "the Marrick mine explosion",
        &["the explosion at the Marrick mine", "the Marrick pit disaster"],
        "2022-04-19",
    ),
    event(
        "tolbek-train",
        "the Tolbek train crash",
        &["the derailment at Tolbek", "the Tolbek rail disaster"],
        "2023-05-30",
    ),
    event("arvenna-fire", "the Arvenna wildfires", &["the fires around Arvenna", "the Arvenna blaze"], "2022-08-08"),
    event(
        "mohrach-dam",
        "the Möhrach dam collapse",
        &["the collapse of the Möhrach dam", "the Möhrach dam burst"],
        "2021-10-02",
    ),
    event("ceasefire", "the Dovrin ceasefire", &["the ceasefire of Dovrin", "the Dovrin truce"], "2023-01-17"),
    event("pellworm-storm", "Cyclone Isaura", &["the cyclone Isaura", "Storm Isaura"], "2022-01-29"),
    event(
        "castrel-attack",
        "the Castrel bombing",
        &["the bomb attack in Castrel", "the attack on Castrel station"],
        "2023-03-22",
    ),
];

/// Whom and what the topics talk about.
pub const ENTITIES: [Named; 36] = [
    named("pension-march", "the pension marches", &["the marches against the pension law", "the pension protest"]),
    named("quarry-rally", "the Ellerau quarry rally", &["the rally against the Ellerau quarry"]),
    named("verdict-protest", "the Lucerna verdict protests", &["the protests over the Lucerna verdict"]),
    named("teachers-demo", "the Grauholm teachers' demonstration", &["the demonstration of the Grauholm teachers"]),
    named("halvard", "Tancred Halvard", &["President Halvard", "Halvard"]),
    named("oriel", "Mirelle Oriel", &["Chancellor Oriel", "Oriel"]),
    named("dragomirescu", "Victor Dragomirescu", &["Dragomirescu", "Prime Minister Dragomirescu"]),
    named("tsereth", "Anahit Tsereth", &["Tsereth", "President Tsereth"]),
    named("brunel-tunnel", "the Gravenstein tunnel", &["the tunnel under the Gravenstein"]),
    named("opera", "the Lindqvist opera house", &["the new opera in Harrowgate", "the Lindqvist opera"]),
    named("airport", "Castell Roig airport", &["the airport of Castell Roig"]),
    named("stadium", "the Tavira stadium", &["Tavira's Olympic stadium"]),
    named("submarine", "the Nautilus submarine programme", &["the Nautilus programme"]),
    named("aid-fund", "the Kessandra fund", &["the fund for Kessandra"]),
    named("loss-fund", "the Pemberley facility", &["the facility of Pemberley"]),
    named("grain-deal", "the Azmar grain initiative", &["the Azmar initiative"]),
    named("borough-talks", "the Montreval talks", &["the talks at Montreval"]),
    named("ghent-summit", "the Sankt Florin summit", &["the summit of Sankt Florin"]),
    named("hearing", "the Whitlock hearing", &["Whitlock's hearing"]),
    named("night-session", "the Ravelin night session", &["the night session of Ravelin"]),
    named("blackout", "the Ostervald blackout", &["the power cut in Ostervald"]),
    named("ferry-strike", "the Sund ferry strike", &["the strike of the Sund ferrymen"]),
    named("siege", "the siege of Brannoch prison", &["the Brannoch siege"]),
    named("treaty", "the Lysander treaty", &["the treaty of Lysander"]),
    named("reactor", "the Hollenbach reactor", &["reactor three at Hollenbach"]),
    named("telescope", "the Quilmar observatory", &["the observatory of Quilmar"]),
    named("bridge", "the Isenfurt bridge", &["the bridge at Isenfurt"]),
    named("vaccine", "the Corvanil vaccine", &["the vaccine Corvanil"]),
    named("referendum", "the Aldermere referendum", &["the referendum in Aldermere"]),
    named("fence", "the Zarow border fence", &["the fence at Zarow"]),
    named("barrage", "the Penhale tidal barrage", &["the barrage of Penhale"]),
    named("peatland", "the Mossgarten fire", &["the fire on the Mossgarten peat"]),
    named("pine-fire", "the Serra Vermelha fire", &["the fire in the Serra Vermelha"]),
    named("envoy", "Leopold Castellane", &["Castellane", "the envoy Castellane"]),
    named("minister", "Ottilie Brandauer", &["Brandauer", "the minister Brandauer"]),
    named("talks-call", "the Trieste-Maren meeting", &["the meeting at Trieste-Maren"]),
];

/// What values of a family are like.
#[derive(Clone, Copy, Debug)]
pub enum Figures {
    /// A number of `unit`, from and to.
    Count(u64, u64),
    /// Millions of euros or dollars.
    Millions(&'static str, u64, u64),
    /// Minutes.
    Minutes(u64, u64),
    /// Hours, told in hours or days.
    Hours(u64, u64),
    /// Days of these years.
    Days(u64, u64),
    /// Percent.
    Percent(u64, u64),
    /// Hectares.
    Hectares(u64, u64),
    /// One of the options of a choice.
    Options(&'static [(&'static str, &'static [&'static str])]),
    /// Words between quotation marks.
    Wording(&'static [&'static str]),
}

/// A question asked of several subjects.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the fields are those of a topic")]
pub struct Family {
    pub id: &'static str,
    pub question: &'static str,
    pub kind: &'static str,
    pub unit: Option<&'static str>,
    /// The subjects of its topics: `x`, or `x` and `y`.
    pub subjects: &'static [&'static [&'static str]],
    pub figures: Figures,
    pub patterns: &'static [&'static str],
    /// What follows a statement, the window of a tally, and its dates.
    pub windows: &'static [(&'static str, &'static str)],
}

const ASKED: &[(&str, &[&str])] = &[
    (
        "envoy-asked",
        &[
            "{x} came at the request of {envoy}",
            "it was {envoy} who had asked for {x}",
            "{envoy} had proposed {x} [himself]",
        ],
    ),
    (
        "minister-asked",
        &[
            "{x} came at the request of {minister}",
            "it was {minister} who had asked for {x}",
            "{minister} had proposed {x} [herself]",
        ],
    ),
];

/// The families, with fifty topics and three hundred patterns between them.
pub const FAMILIES: [Family; 14] = [
    Family {
        id: "killed",
        question: "How many people were killed in {x}?",
        kind: "count",
        unit: Some("person"),
        subjects: &[
            &["velden-ferry"],
            &["korvath-quake"],
            &["sarnow-flood"],
            &["marrick-mine"],
            &["tolbek-train"],
            &["mohrach-dam"],
        ],
        figures: Figures::Count(14, 240),
        patterns: &[
            "{value} people (were|had been) killed in {x}",
            "{x} killed {value} people",
            "{x} claimed the lives of {value} people",
            "{value} people (died|perished) in {x}",
            "the death toll of {x} stands at {value}",
            "the number of those killed in {x} has risen to {value}",
            "{x} left {value} people dead",
        ],
        windows: &[],
    },
    Family {
        id: "injured",
        question: "How many people were injured in {x}?",
        kind: "count",
        unit: Some("person"),
        subjects: &[&["velden-ferry"], &["korvath-quake"], &["tolbek-train"], &["castrel-attack"]],
        figures: Figures::Count(40, 900),
        patterns: &[
            "{value} people (were|had been) injured in {x}",
            "{x} injured {value} people",
            "{value} people were taken to hospital after {x}",
            "hospitals treated {value} people injured in {x}",
            "the number of injured in {x} has risen to {value}",
            "{x} left {value} people injured",
        ],
        windows: &[],
    },
    Family {
        id: "displaced",
        question: "How many people lost their homes in {x}?",
        kind: "count",
        unit: Some("person"),
        subjects: &[&["korvath-quake"], &["sarnow-flood"], &["arvenna-fire"], &["pellworm-storm"]],
        figures: Figures::Count(1_200, 64_000),
        patterns: &[
            "{x} drove {value} people from their homes",
            "{value} people lost their homes in {x}",
            "{value} people were evacuated (because of|before) {x}",
            "{x} made {value} people homeless",
            "{value} residents fled {x}",
            "shelters took in {value} people after {x}",
        ],
        windows: &[],
    },
    Family {
        id: "marchers",
        question: "How many people joined {x}?",
        kind: "count",
        unit: Some("person"),
        subjects: &[&["pension-march"], &["quarry-rally"], &["verdict-protest"], &["teachers-demo"]],
        figures: Figures::Count(2_500, 180_000),
        patterns: &[
            "{value} people (joined|attended) {x}",
            "{x} drew {value} people",
            "{value} demonstrators turned out for {x}",
            "{x} brought {value} people onto the streets",
            "{value} marchers were counted at {x}",
            "attendance at {x} was put at {value}",
        ],
        windows: &[],
    },
    Family {
        id: "calls",
        question: "How many times have {x} and {y} spoken by phone?",
        kind: "count",
        unit: Some("call"),
        subjects: &[
            &["halvard", "oriel"],
            &["halvard", "dragomirescu"],
            &["oriel", "tsereth"],
            &["tsereth", "dragomirescu"],
        ],
        figures: Figures::Count(3, 60),
        patterns: &[
            "{x} (phoned|called) {y} {value} times",
            "{x} has spoken {value} times on the phone with {y}",
            "{x} and {y} have spoken by phone {value} times",
            "{x} made {value} calls to {y}",
            "{value} phone calls between {x} and {y}",
            "the records list {value} calls from {x} to {y}",
            "{x} held {value} telephone conversations with {y}",
        ],
        windows: &[
            ("since the Dovrin ceasefire", "2023-01-17/.."),
            ("since March 2022", "2022-03/.."),
            ("between June 2021 and February 2023", "2021-06/2023-02"),
        ],
    },
    Family {
        id: "cost",
        question: "What does {x} cost?",
        kind: "money",
        unit: Some("EUR"),
        subjects: &[&["brunel-tunnel"], &["opera"], &["airport"], &["stadium"], &["submarine"]],
        figures: Figures::Millions("EUR", 140, 960),
        patterns: &[
            "{x} will cost {value}",
            "the cost of {x} has (risen|climbed) to {value}",
            "{x} has swallowed {value}",
            "the bill for {x} stands at {value}",
            "taxpayers have paid {value} for {x}",
            "{x} is now budgeted at {value}",
            "spending on {x} reached {value}",
        ],
        windows: &[],
    },
    Family {
        id: "aid",
        question: "How much was pledged to {x}?",
        kind: "money",
        unit: Some("USD"),
        subjects: &[&["aid-fund"], &["loss-fund"], &["grain-deal"]],
        figures: Figures::Millions("USD", 40, 800),
        patterns: &[
            "donors (pledged|promised) {value} to {x}",
            "{x} has received {value}",
            "pledges to {x} amount to {value}",
            "{value} was pledged to {x}",
            "{x} is endowed with {value}",
            "contributions to {x} came to {value}",
        ],
        windows: &[],
    },
    Family {
        id: "length",
        question: "How long did {x} last?",
        kind: "duration",
        unit: Some("minute"),
        subjects: &[&["borough-talks"], &["ghent-summit"], &["hearing"], &["night-session"]],
        figures: Figures::Minutes(35, 600),
        patterns: &[
            "{x} lasted {value}",
            "{x} went on for {value}",
            "{x} was over after {value}",
            "it took {value} to bring {x} to a close",
            "delegates sat through {value} of {x}",
            "{x} ran to {value}",
        ],
        windows: &[],
    },
    Family {
        id: "outage",
        question: "How many hours did {x} go on?",
        kind: "duration",
        unit: Some("hour"),
        subjects: &[&["blackout"], &["ferry-strike"], &["siege"]],
        figures: Figures::Hours(14, 120),
        patterns: &[
            "{x} lasted {value}",
            "{x} dragged on for {value}",
            "{x} ended after {value}",
            "{value} passed before {x} was over",
            "{x} paralysed the region for {value}",
            "it was {value} until {x} ended",
        ],
        windows: &[],
    },
    Family {
        id: "opened",
        question: "When was {x} inaugurated?",
        kind: "date",
        unit: None,
        subjects: &[&["treaty"], &["reactor"], &["telescope"], &["bridge"], &["vaccine"]],
        figures: Figures::Days(2019, 2023),
        patterns: &[
            "{x} was (approved|licensed) on {value}",
            "{x} was inaugurated on {value}",
            "the ceremony for {x} was held on {value}",
            "officials signed off {x} on {value}",
            "{x} dates from {value}",
            "parliament ratified {x} on {value}",
        ],
        windows: &[],
    },
    Family {
        id: "share",
        question: "What share of {x}?",
        kind: "percent",
        unit: None,
        subjects: &[&["referendum"], &["fence"], &["barrage"]],
        figures: Figures::Percent(12, 95),
        patterns: &[
            "turnout for {x} was {value}",
            "{value} of the work on {x} is (finished|complete)",
            "support for {x} stood at {value}",
            "{value} of those asked favoured {x}",
            "{x} is {value} complete",
        ],
        windows: &[],
    },
    Family {
        id: "burned",
        question: "What area did {x} burn?",
        kind: "quantity",
        unit: Some("hectare"),
        subjects: &[&["peatland"], &["pine-fire"]],
        figures: Figures::Hectares(220, 9_800),
        patterns: &[
            "{x} (burned|scorched) {value}",
            "{x} laid waste to {value}",
            "{value} burned in {x}",
            "{x} has devoured {value}",
            "{x} blackened {value} of woodland",
        ],
        windows: &[],
    },
    Family {
        id: "asked",
        question: "Who asked for {x}?",
        kind: "choice",
        unit: None,
        subjects: &[&["talks-call"]],
        figures: Figures::Options(ASKED),
        patterns: &[],
        windows: &[],
    },
    Family {
        id: "said",
        question: "What did {x} say?",
        kind: "quote",
        unit: None,
        subjects: &[&["envoy"], &["minister"]],
        figures: Figures::Wording(&[
            "we will not haggle over the graves of our fishermen while the harbour still burns",
            "nobody in this cabinet ever promised the islanders a second airfield",
        ]),
        patterns: &[],
        windows: &[],
    },
];
