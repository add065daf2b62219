//! The factors of `value/unit.rs`, which are exact, against those of `uom`,
//! which is what programs count with elsewhere.

use gainsay::value::{Number, unit};
use uom::si::{area, energy, f64, information, length, mass, power, thermodynamic_temperature, velocity, volume};

/// One of ours in another of ours, as a float.
fn ours(from: &str, to: &str) -> f64 {
    let converted = unit::convert(Number::ONE, from, to).unwrap_or_else(|| panic!("{from} in {to}"));
    converted.to_string().parse().expect("a decimal is a float")
}

/// Asserts that one of each unit is as much as `uom` says, in the base of the
/// dimension, which is what `$base` is here and there. (An acre of `uom` is the
/// one of surveyors, four millionths larger than the international one.)
macro_rules! agree {
    ($quantity:ty, $module:ident, $base_id:literal is $base:ident: $($id:literal is $unit:ident),* $(,)?) => {$(
        let theirs = <$quantity>::new::<$module::$unit>(1.0).get::<$module::$base>();
        let own = ours($id, $base_id);
        assert!((own - theirs).abs() <= 1e-5 * theirs.abs(), "{}: {own} here, {theirs} there", $id);
    )*};
}

#[test]
fn lengths_and_areas() {
    agree!(f64::Length, length, "metre" is meter:
        "nanometre" is nanometer, "micrometre" is micrometer, "millimetre" is millimeter, "centimetre" is centimeter,
        "kilometre" is kilometer, "inch" is inch, "foot" is foot, "yard" is yard, "mile" is mile,
        "nautical-mile" is nautical_mile, "light-year" is light_year);
    agree!(f64::Area, area, "square-metre" is square_meter:
        "square-kilometre" is square_kilometer, "are" is are, "hectare" is hectare, "square-inch" is square_inch,
        "square-foot" is square_foot, "square-yard" is square_yard, "acre" is acre, "square-mile" is square_mile);
}

#[test]
fn volumes_and_masses() {
    agree!(f64::Volume, volume, "litre" is liter:
        "millilitre" is milliliter, "centilitre" is centiliter, "hectolitre" is hectoliter,
        "cubic-metre" is cubic_meter, "cubic-inch" is cubic_inch, "cubic-foot" is cubic_foot,
        "cubic-yard" is cubic_yard, "teaspoon" is teaspoon, "tablespoon" is tablespoon,
        "fluid-ounce" is fluid_ounce, "cup" is cup, "gallon" is gallon, "barrel" is barrel, "bushel" is bushel);
    agree!(f64::Mass, mass, "gram" is gram:
        "microgram" is microgram, "milligram" is milligram, "kilogram" is kilogram, "tonne" is ton,
        "ounce" is ounce, "troy-ounce" is ounce_troy, "pound" is pound, "short-ton" is ton_short, "long-ton" is ton_long);
}

#[test]
fn speeds_and_temperatures() {
    agree!(f64::Velocity, velocity, "metre-per-second" is meter_per_second:
        "kilometre-per-hour" is kilometer_per_hour, "mile-per-hour" is mile_per_hour,
        "foot-per-second" is foot_per_second, "knot" is knot);
    agree!(f64::ThermodynamicTemperature, thermodynamic_temperature, "kelvin" is kelvin:
        "celsius" is degree_celsius, "fahrenheit" is degree_fahrenheit);
}

#[test]
fn energies_powers_and_data() {
    agree!(f64::Energy, energy, "joule" is joule:
        "kilojoule" is kilojoule, "megajoule" is megajoule, "watt-hour" is watt_hour,
        "kilowatt-hour" is kilowatt_hour, "megawatt-hour" is megawatt_hour, "gigawatt-hour" is gigawatt_hour);
    agree!(f64::Power, power, "watt" is watt: "kilowatt" is kilowatt, "megawatt" is megawatt, "gigawatt" is gigawatt);
    agree!(f64::Information, information, "byte" is byte: "bit" is bit);
}
