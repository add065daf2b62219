//! Units of measure, and how one becomes another, exactly.
//!
//! Factors are those of the SI, of the international yard and pound and of
//! the United States gallon (NIST Special Publication 811, 2008, appendix B).
//! Each is a ratio of decimals, so that `km/h` is exactly 5/18 m/s.
//!
//! ```
//! use gainsay::value::{Number, unit};
//! assert_eq!(unit::convert(Number::from(2), "hectare", "square-metre"), Some(Number::from(20_000)));
//! assert_eq!(unit::convert(Number::from(50), "fahrenheit", "celsius"), Some(Number::from(10)));
//! assert_eq!(unit::convert(Number::from(2), "hectare", "kilogram"), None);
//! ```

use super::Number;

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each name says what it is")]
pub enum Dimension {
    Length,
    Area,
    Volume,
    Mass,
    Speed,
    Temperature,
    Energy,
    Power,
    Information,
    Frequency,
    Pressure,
    Angle,
    Voltage,
    Current,
    Resistance,
    Force,
    Loudness,
    Substance,
    Throughput,
    Flow,
    Dose,
    Activity,
    Share,
    Time,
    People,
}

/// One unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its name here and in `claims.toml`: `square-kilometre`.
    pub id: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// How many base units it is: `times / parts`, both as a whole number
    /// and how many of its digits are decimals.
    times: (i64, u32),
    parts: i64,
    /// What to add to an amount before it is multiplied, in hundredths.
    offset: i64,
}

/// The unit of a name, in any of its spellings.
#[must_use]
pub fn find(name: &str) -> Option<&'static Unit> {
    let name = name.trim();
    let id = SPELLINGS.iter().find(|(spelling, _)| *spelling == name).map_or(name, |&(_, id)| id);
    UNITS.iter().find(|unit| unit.id == id).or_else(|| find_folded(name))
}

/// Without capitals, plural and the British or American end.
fn find_folded(name: &str) -> Option<&'static Unit> {
    let folded = name.to_lowercase().replace([' ', '_'], "-").replace("meter", "metre").replace("liter", "litre");
    let id = SPELLINGS.iter().find(|(spelling, _)| *spelling == folded).map_or(folded.as_str(), |&(_, id)| id);
    let by_id = |id: &str| UNITS.iter().find(|unit| unit.id == id);
    by_id(id).or_else(|| by_id(id.strip_suffix('s')?)).or_else(|| by_id(id.strip_suffix("es")?))
}

/// An amount in another unit of the same dimension; `None` when there is no
/// such unit, when the two measure different things, or when the result has
/// more digits than a number can hold.
#[must_use]
pub fn convert(amount: Number, from: &str, to: &str) -> Option<Number> {
    let (from, to) = (find(from)?, find(to)?);
    if from.id == to.id {
        return Some(amount);
    }
    if from.dimension != to.dimension {
        return None;
    }
    let moved = amount.checked_add(Number::try_new(from.offset, 2).ok()?)?;
    let up = Number::try_new(from.times.0, from.times.1).ok()?.checked_mul(Number::from(to.parts))?;
    let down = Number::try_new(to.times.0, to.times.1).ok()?.checked_mul(Number::from(from.parts))?;
    let there = moved.checked_mul(up)?.checked_div(down)?;
    Some(there.checked_sub(Number::try_new(to.offset, 2).ok()?)?.normalize())
}

const fn unit(id: &'static str, dimension: Dimension, times: i64, decimals: u32) -> Unit {
    Unit { id, dimension, times: (times, decimals), parts: 1, offset: 0 }
}

const fn ratio(id: &'static str, dimension: Dimension, times: i64, decimals: u32, parts: i64, offset: i64) -> Unit {
    Unit { id, dimension, times: (times, decimals), parts, offset }
}

/// Every unit. The base of a dimension is the SI unit (litre for volume, gram
/// for mass, byte for information).
pub const UNITS: &[Unit] = &[
    unit("nanometre", Dimension::Length, 1, 9),
    unit("micrometre", Dimension::Length, 1, 6),
    unit("picometre", Dimension::Length, 1, 12),
    unit("millimetre", Dimension::Length, 1, 3),
    unit("centimetre", Dimension::Length, 1, 2),
    unit("decimetre", Dimension::Length, 1, 1),
    unit("metre", Dimension::Length, 1, 0),
    unit("kilometre", Dimension::Length, 1_000, 0),
    unit("inch", Dimension::Length, 254, 4),
    unit("foot", Dimension::Length, 3048, 4),
    unit("yard", Dimension::Length, 9144, 4),
    unit("mile", Dimension::Length, 1_609_344, 3),
    unit("nautical-mile", Dimension::Length, 1852, 0),
    unit("light-year", Dimension::Length, 9_460_730_472_580_800, 0),
    unit("square-millimetre", Dimension::Area, 1, 6),
    unit("square-centimetre", Dimension::Area, 1, 4),
    unit("square-metre", Dimension::Area, 1, 0),
    unit("square-kilometre", Dimension::Area, 1_000_000, 0),
    unit("are", Dimension::Area, 100, 0),
    unit("hectare", Dimension::Area, 10_000, 0),
    unit("square-inch", Dimension::Area, 64_516, 8),
    unit("square-foot", Dimension::Area, 9_290_304, 8),
    unit("square-yard", Dimension::Area, 83_612_736, 8),
    unit("acre", Dimension::Area, 40_468_564_224, 7),
    unit("square-mile", Dimension::Area, 2_589_988_110_336, 6),
    unit("millilitre", Dimension::Volume, 1, 3),
    unit("centilitre", Dimension::Volume, 1, 2),
    unit("decilitre", Dimension::Volume, 1, 1),
    unit("litre", Dimension::Volume, 1, 0),
    unit("hectolitre", Dimension::Volume, 100, 0),
    unit("cubic-centimetre", Dimension::Volume, 1, 3),
    unit("cubic-metre", Dimension::Volume, 1_000, 0),
    unit("cubic-kilometre", Dimension::Volume, 1_000_000_000_000, 0),
    unit("cubic-inch", Dimension::Volume, 16_387_064, 9),
    unit("cubic-foot", Dimension::Volume, 28_316_846_592, 9),
    unit("cubic-yard", Dimension::Volume, 764_554_857_984, 9),
    unit("teaspoon", Dimension::Volume, 492_892_159_375, 14),
    unit("tablespoon", Dimension::Volume, 1_478_676_478_125, 14),
    unit("fluid-ounce", Dimension::Volume, 295_735_295_625, 13),
    unit("cup", Dimension::Volume, 2_365_882_365, 10),
    unit("pint", Dimension::Volume, 473_176_473, 9),
    unit("quart", Dimension::Volume, 946_352_946, 9),
    unit("gallon", Dimension::Volume, 3_785_411_784, 9),
    unit("barrel", Dimension::Volume, 158_987_294_928, 9),
    unit("bushel", Dimension::Volume, 3_523_907_016_688, 11),
    unit("microgram", Dimension::Mass, 1, 6),
    unit("milligram", Dimension::Mass, 1, 3),
    unit("gram", Dimension::Mass, 1, 0),
    unit("kilogram", Dimension::Mass, 1_000, 0),
    unit("tonne", Dimension::Mass, 1_000_000, 0),
    unit("kiloton", Dimension::Mass, 1_000_000_000, 0),
    unit("megaton", Dimension::Mass, 1_000_000_000_000, 0),
    unit("ounce", Dimension::Mass, 28_349_523_125, 9),
    unit("troy-ounce", Dimension::Mass, 311_034_768, 7),
    unit("pound", Dimension::Mass, 45_359_237, 5),
    unit("stone", Dimension::Mass, 635_029_318, 5),
    unit("short-ton", Dimension::Mass, 90_718_474, 2),
    unit("long-ton", Dimension::Mass, 10_160_469_088, 4),
    unit("metre-per-second", Dimension::Speed, 1, 0),
    unit("kilometre-per-second", Dimension::Speed, 1_000, 0),
    unit("kilometre-per-millisecond", Dimension::Speed, 1_000_000, 0),
    unit("metre-per-millisecond", Dimension::Speed, 1_000, 0),
    unit("centimetre-per-millisecond", Dimension::Speed, 10, 0),
    ratio("kilometre-per-hour", Dimension::Speed, 5, 0, 18, 0),
    unit("mile-per-hour", Dimension::Speed, 44_704, 5),
    unit("foot-per-second", Dimension::Speed, 3048, 4),
    ratio("knot", Dimension::Speed, 463, 0, 900, 0),
    unit("kelvin", Dimension::Temperature, 1, 0),
    ratio("celsius", Dimension::Temperature, 1, 0, 1, 27_315),
    ratio("fahrenheit", Dimension::Temperature, 5, 0, 9, 45_967),
    unit("joule", Dimension::Energy, 1, 0),
    unit("kilojoule", Dimension::Energy, 1_000, 0),
    unit("megajoule", Dimension::Energy, 1_000_000, 0),
    unit("calorie", Dimension::Energy, 4_184, 3),
    unit("kilocalorie", Dimension::Energy, 4_184, 0),
    unit("watt-hour", Dimension::Energy, 3_600, 0),
    unit("kilowatt-hour", Dimension::Energy, 3_600_000, 0),
    unit("megawatt-hour", Dimension::Energy, 3_600_000_000, 0),
    unit("gigawatt-hour", Dimension::Energy, 3_600_000_000_000, 0),
    unit("terawatt-hour", Dimension::Energy, 3_600_000_000_000_000, 0),
    unit("electronvolt", Dimension::Energy, 1_602_176_634, 28),
    unit("kiloelectronvolt", Dimension::Energy, 1_602_176_634, 25),
    unit("megaelectronvolt", Dimension::Energy, 1_602_176_634, 22),
    unit("gigaelectronvolt", Dimension::Energy, 1_602_176_634, 19),
    unit("teraelectronvolt", Dimension::Energy, 1_602_176_634, 16),
    unit("milliwatt", Dimension::Power, 1, 3),
    unit("watt", Dimension::Power, 1, 0),
    unit("kilowatt", Dimension::Power, 1_000, 0),
    unit("megawatt", Dimension::Power, 1_000_000, 0),
    unit("gigawatt", Dimension::Power, 1_000_000_000, 0),
    unit("terawatt", Dimension::Power, 1_000_000_000_000, 0),
    unit("horsepower", Dimension::Power, 74_569_987_158_227_022, 14),
    ratio("bit", Dimension::Information, 1, 0, 8, 0),
    ratio("kilobit", Dimension::Information, 1_000, 0, 8, 0),
    ratio("megabit", Dimension::Information, 1_000_000, 0, 8, 0),
    ratio("gigabit", Dimension::Information, 1_000_000_000, 0, 8, 0),
    unit("byte", Dimension::Information, 1, 0),
    unit("kilobyte", Dimension::Information, 1_000, 0),
    unit("megabyte", Dimension::Information, 1_000_000, 0),
    unit("gigabyte", Dimension::Information, 1_000_000_000, 0),
    unit("terabyte", Dimension::Information, 1_000_000_000_000, 0),
    unit("petabyte", Dimension::Information, 1_000_000_000_000_000, 0),
    unit("hertz", Dimension::Frequency, 1, 0),
    unit("kilohertz", Dimension::Frequency, 1_000, 0),
    unit("megahertz", Dimension::Frequency, 1_000_000, 0),
    unit("gigahertz", Dimension::Frequency, 1_000_000_000, 0),
    unit("pascal", Dimension::Pressure, 1, 0),
    unit("hectopascal", Dimension::Pressure, 100, 0),
    unit("kilopascal", Dimension::Pressure, 1_000, 0),
    unit("bar", Dimension::Pressure, 100_000, 0),
    unit("psi", Dimension::Pressure, 6_894_757_293_168_361, 12),
    unit("fathom", Dimension::Length, 18_288, 4),
    unit("furlong", Dimension::Length, 201_168, 3),
    unit("parsec", Dimension::Length, 30_856_775_814_913_673, 0),
    unit("carat", Dimension::Mass, 2, 1),
    unit("btu", Dimension::Energy, 105_505_585_262, 8),
    unit("millivolt", Dimension::Voltage, 1, 3),
    unit("volt", Dimension::Voltage, 1, 0),
    unit("kilovolt", Dimension::Voltage, 1_000, 0),
    unit("milliampere", Dimension::Current, 1, 3),
    unit("ampere", Dimension::Current, 1, 0),
    unit("ohm", Dimension::Resistance, 1, 0),
    unit("newton", Dimension::Force, 1, 0),
    unit("kilonewton", Dimension::Force, 1_000, 0),
    unit("decibel", Dimension::Loudness, 1, 0),
    unit("mole", Dimension::Substance, 1, 0),
    unit("megabit-per-second", Dimension::Throughput, 1, 0),
    unit("gigabit-per-second", Dimension::Throughput, 1_000, 0),
    unit("degree", Dimension::Angle, 1, 0),
    ratio("radian", Dimension::Angle, 57_295_779_513_082_321, 15, 1, 0),
    unit("megayear", Dimension::Time, 1_000_000, 0),
    unit("gigayear", Dimension::Time, 1_000_000_000, 0),
    unit("person", Dimension::People, 1, 0),
    unit("astronomical-unit", Dimension::Length, 149_597_870_700, 0),
    unit("cubic-mile", Dimension::Volume, 4_168_181_825_440_579_584, 6),
    unit("acre-foot", Dimension::Volume, 123_348_183_754_752, 8),
    unit("microlitre", Dimension::Volume, 1, 6),
    unit("picolitre", Dimension::Volume, 1, 12),
    unit("gigaton", Dimension::Mass, 1_000_000_000_000_000, 0),
    unit("quintal", Dimension::Mass, 100_000, 0),
    unit("cubic-metre-per-second", Dimension::Flow, 1_000, 0),
    unit("cubic-foot-per-second", Dimension::Flow, 28_316_846_592, 9),
    unit("litre-per-second", Dimension::Flow, 1, 0),
    ratio("litre-per-minute", Dimension::Flow, 1, 0, 60, 0),
    ratio("barrel-per-day", Dimension::Flow, 158_987_294_928, 9, 86_400, 0),
    unit("gigajoule", Dimension::Energy, 1_000_000_000, 0),
    unit("terajoule", Dimension::Energy, 1_000_000_000_000, 0),
    unit("therm", Dimension::Energy, 105_505_585_262, 3),
    ratio("terabit", Dimension::Information, 1_000_000_000_000, 0, 8, 0),
    unit("exabyte", Dimension::Information, 1_000_000_000_000_000_000, 0),
    unit("kibibyte", Dimension::Information, 1_024, 0),
    unit("mebibyte", Dimension::Information, 1_048_576, 0),
    unit("gibibyte", Dimension::Information, 1_073_741_824, 0),
    unit("tebibyte", Dimension::Information, 1_099_511_627_776, 0),
    unit("kilobit-per-second", Dimension::Throughput, 1, 3),
    unit("terabit-per-second", Dimension::Throughput, 1_000_000, 0),
    unit("megabyte-per-second", Dimension::Throughput, 8, 0),
    unit("gigabyte-per-second", Dimension::Throughput, 8_000, 0),
    unit("millibar", Dimension::Pressure, 100, 0),
    unit("megapascal", Dimension::Pressure, 1_000_000, 0),
    unit("millimetre-of-mercury", Dimension::Pressure, 1_333_224, 4),
    unit("sievert", Dimension::Dose, 1, 0),
    unit("millisievert", Dimension::Dose, 1, 3),
    unit("microsievert", Dimension::Dose, 1, 6),
    unit("becquerel", Dimension::Activity, 1, 0),
    ratio("revolution-per-minute", Dimension::Frequency, 1, 0, 60, 0),
    unit("part-per-billion", Dimension::Share, 1, 9),
    unit("part-per-million", Dimension::Share, 1, 6),
    unit("basis-point", Dimension::Share, 1, 4),
];

/// Other names by which `claims.toml` may call a unit.
const SPELLINGS: &[(&str, &str)] = &[
    ("mm", "millimetre"),
    ("cm", "centimetre"),
    ("m", "metre"),
    ("km", "kilometre"),
    ("in", "inch"),
    ("ft", "foot"),
    ("feet", "foot"),
    ("yd", "yard"),
    ("mi", "mile"),
    ("m2", "square-metre"),
    ("m²", "square-metre"),
    ("km2", "square-kilometre"),
    ("km²", "square-kilometre"),
    ("ha", "hectare"),
    ("ml", "millilitre"),
    ("l", "litre"),
    ("m3", "cubic-metre"),
    ("m³", "cubic-metre"),
    // Gas: so many billion cubic metres.
    ("bcm", "cubic-kilometre"),
    ("g", "gram"),
    ("kg", "kilogram"),
    ("t", "tonne"),
    ("ton", "tonne"),
    ("tons", "tonne"),
    ("oz", "ounce"),
    ("lb", "pound"),
    ("km/h", "kilometre-per-hour"),
    ("mph", "mile-per-hour"),
    ("m/s", "metre-per-second"),
    ("°C", "celsius"),
    ("C", "celsius"),
    ("degree-celsius", "celsius"),
    ("degrees-celsius", "celsius"),
    ("°F", "fahrenheit"),
    ("F", "fahrenheit"),
    ("degree-fahrenheit", "fahrenheit"),
    ("degrees-fahrenheit", "fahrenheit"),
    ("K", "kelvin"),
    ("kWh", "kilowatt-hour"),
    ("MWh", "megawatt-hour"),
    ("GWh", "gigawatt-hour"),
    ("TWh", "terawatt-hour"),
    ("kW", "kilowatt"),
    ("MW", "megawatt"),
    ("GW", "gigawatt"),
    ("MB", "megabyte"),
    ("GB", "gigabyte"),
    ("TB", "terabyte"),
    ("people", "person"),
    ("rpm", "revolution-per-minute"),
    ("bpd", "barrel-per-day"),
    ("inches", "inch"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn converted(amount: &str, from: &str, to: &str) -> Option<String> {
        convert(amount.parse().ok()?, from, to).map(|number| number.to_string())
    }

    #[test]
    fn each_unit_has_its_own_name_and_is_itself_there_and_back() {
        for (at, unit) in UNITS.iter().enumerate() {
            assert!(UNITS[..at].iter().all(|other| other.id != unit.id), "{} stands twice", unit.id);
            assert_eq!(find(unit.id).map(|found| found.id), Some(unit.id));
        }
        assert!(SPELLINGS.iter().all(|(_, id)| UNITS.iter().any(|unit| unit.id == *id)));
    }

    #[test]
    fn factors_are_those_of_nist_sp_811() {
        for (amount, from, to, result) in [
            ("1", "acre", "square-metre", "4046.8564224"),
            ("640", "acres", "square miles", "1"),
            ("1", "lb", "kg", "0.45359237"),
            ("36", "km/h", "m/s", "10"),
            ("900", "knot", "kilometre-per-hour", "1666.8"),
            ("100", "°C", "°F", "212"),
            ("-40", "fahrenheit", "celsius", "-40"),
            ("1", "barrel", "gallon", "42"),
            ("8", "bit", "byte", "1"),
            ("1", "gallon", "cubic-inch", "231"),
            ("1", "cubic-mile", "acre-foot", "3379200"),
            ("1000", "barrel-per-day", "litre-per-second", "1.8401307283333333333333333333"),
            ("90000", "becquerel", "becquerel", "90000"),
            ("3600", "rpm", "hertz", "60"),
        ] {
            assert_eq!(converted(amount, from, to).as_deref(), Some(result), "{amount} {from} in {to}");
        }
    }
}
