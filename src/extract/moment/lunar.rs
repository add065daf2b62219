//! Where the sun and the moon stand, and the calendars that follow them: the
//! Islamic months, the lunar days (tithi) of Indian festivals, the Chinese
//! new year.
//!
//! The positions are Meeus' series cut where their error stays under a tenth
//! of a degree, a few minutes of the moon's way. Where a community goes by
//! what its own observers see, its day can differ by one from that computed
//! here.

use super::calendar::{add_days, day_of};
use jiff::civil::Date;

/// Years for which the series hold.
const YEARS: std::ops::RangeInclusive<i16> = 1700..=2300;

/// Degrees that the moon gains on the sun in a day.
const GAIN: f64 = 12.190_749;

/// East of Greenwich, in hours.
const INDIA: f64 = 5.5;

/// Sines of the moon's longitude: degrees, and how many times its elongation,
/// the sun's anomaly, its own anomaly and its distance from the node.
const MOON: [(f64, [f64; 4]); 20] = [
    (6.288_774, [0., 0., 1., 0.]),
    (1.274_027, [2., 0., -1., 0.]),
    (0.658_314, [2., 0., 0., 0.]),
    (0.213_618, [0., 0., 2., 0.]),
    (-0.185_116, [0., 1., 0., 0.]),
    (-0.114_332, [0., 0., 0., 2.]),
    (0.058_793, [2., 0., -2., 0.]),
    (0.057_066, [2., -1., -1., 0.]),
    (0.053_322, [2., 0., 1., 0.]),
    (0.045_758, [2., -1., 0., 0.]),
    (-0.040_923, [0., 1., -1., 0.]),
    (-0.034_720, [1., 0., 0., 0.]),
    (-0.030_383, [0., 1., 1., 0.]),
    (0.015_327, [2., 0., 0., -2.]),
    (-0.012_528, [0., 0., 1., 2.]),
    (0.010_980, [0., 0., 1., -2.]),
    (0.010_675, [4., 0., -1., 0.]),
    (0.010_034, [0., 0., 3., 0.]),
    (0.008_548, [4., 0., -2., 0.]),
    (-0.007_888, [2., 1., -1., 0.]),
];

/// The day of an Islamic month (1 to 12) that falls in a Gregorian year; the
/// first, where two do. A month begins the day after the new moon, or two
/// days after where that comes late in the day.
pub(super) fn islamic(year: i16, month: i64, day: i64) -> Option<Date> {
    if !YEARS.contains(&year) {
        return None;
    }
    // The Islamic year that is current when the Gregorian one begins.
    let around = (i64::from(year) - 622) * 33 / 32;
    (around - 1..=around + 2).filter_map(|hijri| islamic_day(hijri, month, day)).find(|date| date.year() == year)
}

fn islamic_day(hijri: i64, month: i64, day: i64) -> Option<Date> {
    // Counted by the tabular calendar, then set to the moon.
    let tabular = 1 + (59 * (month - 1) + 1) / 2 + (hijri - 1) * 354 + (3 + 11 * hijri) / 30 + 227_014;
    let near = add_days(Date::new(1, 1, 1).ok()?, tabular - 1)?;
    let new_moon = new_moon_after(instant(near, 0.) - 6.);
    let (date, hour) = civil(new_moon, 0.)?;
    add_days(date, if hour < 14. { 1 } else { 2 } + day - 1)
}

/// The day on which a lunar day (1 to 30) of an Indian month (Chaitra is 0,
/// months ending with the new moon) holds at an hour of Indian time.
pub(super) fn tithi(year: i16, month: i64, tithi: i64, hour: i64) -> Option<Date> {
    if !YEARS.contains(&year) {
        return None;
    }
    let mut new_moon = new_moon_after(instant(day_of(year - 1, 11, 15)?, 0.));
    // From the November before to the end of the year.
    for _ in 0..15 {
        let next = new_moon_after(new_moon + 20.);
        let leap = sign(new_moon) == sign(next);
        if !leap && (sign(new_moon) + 1) % 12 == month {
            let date = tithi_after(new_moon, next, tithi, hour as f64)?;
            if date.year() == year {
                return Some(date);
            }
        }
        new_moon = next;
    }
    None
}

fn tithi_after(new_moon: f64, next: f64, tithi: i64, hour: f64) -> Option<Date> {
    let (first, _) = civil(new_moon, INDIA)?;
    (0..33).filter_map(|days| add_days(first, days)).find(|date| {
        let at = instant(*date, hour - INDIA);
        let here = if at >= next { 31 } else { (elongation(at) / 12.) as i64 + 1 };
        at >= new_moon && here >= tithi
    })
}

/// The day on which the sun enters a sign of the sidereal zodiac, by an hour
/// of Indian time; looked for from a month and day on.
pub(super) fn sankranti(year: i16, month: i8, day: i8, degrees: i64, hour: i64) -> Option<Date> {
    let first = day_of(year, month, day).filter(|_| YEARS.contains(&year))?;
    (0..12).filter_map(|days| add_days(first, days)).find(|date| {
        let past = (sidereal(instant(*date, hour as f64 - INDIA)) - degrees as f64).rem_euclid(360.);
        past < 180.
    })
}

/// The Chinese new year: the new moon from 21 January on.
pub(super) fn chinese_new_year(year: i16) -> Option<Date> {
    let from = day_of(year, 1, 20).filter(|_| YEARS.contains(&year))?;
    civil(new_moon_after(instant(from, 16.)), 8.).map(|(date, _)| date)
}

/// Days and hours of universal time since noon of 1 January 2000.
fn instant(date: Date, hour: f64) -> f64 {
    let epoch = Date::constant(2000, 1, 1);
    date.duration_since(epoch).as_hours() as f64 / 24. - 0.5 + hour / 24.
}

/// The civil day of an instant, so many hours east of Greenwich, and its hour.
fn civil(at: f64, east: f64) -> Option<(Date, f64)> {
    let days = at + 0.5 + east / 24.;
    let date = add_days(Date::constant(2000, 1, 1), days.floor() as i64)?;
    Some((date, (days - days.floor()) * 24.))
}

fn sine(degrees: f64) -> f64 {
    degrees.to_radians().sin()
}

fn sun(at: f64) -> f64 {
    let t = at / 36_525.;
    let anomaly = 357.529_11 + 35_999.050_29 * t;
    280.466_46 + 36_000.769_83 * t + 1.914_602 * sine(anomaly) + 0.019_993 * sine(2. * anomaly) - 0.005_7
}

fn moon(at: f64) -> f64 {
    let t = at / 36_525.;
    let arguments = [
        297.850_192_1 + 445_267.111_403_4 * t,
        357.529_109_2 + 35_999.050_290_9 * t,
        134.963_396_4 + 477_198.867_505_5 * t,
        93.272_095_0 + 483_202.017_523_3 * t,
    ];
    let term = |(size, times): &(f64, [f64; 4])| {
        size * sine(times.iter().zip(arguments).map(|(times, argument)| times * argument).sum())
    };
    218.316_447_7 + 481_267.881_234_21 * t + MOON.iter().map(term).sum::<f64>()
}

/// How far the moon is ahead of the sun, in degrees.
fn elongation(at: f64) -> f64 {
    (moon(at) - sun(at)).rem_euclid(360.)
}

/// The sun's longitude among the stars, as Indian almanacs count it (Lahiri).
fn sidereal(at: f64) -> f64 {
    (sun(at) - 23.853 - at / 365.25 * 0.013_97).rem_euclid(360.)
}

fn sign(at: f64) -> i64 {
    (sidereal(at) / 30.) as i64
}

fn new_moon_after(at: f64) -> f64 {
    let mut found = at + (360. - elongation(at)) / GAIN;
    for _ in 0..6 {
        let ahead = elongation(found);
        found -= (if ahead > 180. { ahead - 360. } else { ahead }) / GAIN;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_moon_is_where_almanacs_have_it() {
        assert_eq!(chinese_new_year(2022), Some(date(2022, 2, 1)));
        assert_eq!(chinese_new_year(2023), Some(date(2023, 1, 22)));
        // Diwali, Holika, Ram Navami.
        assert_eq!(tithi(2022, 6, 30, 18), Some(date(2022, 10, 24)));
        assert_eq!(tithi(2023, 6, 30, 18), Some(date(2023, 11, 12)));
        assert_eq!(tithi(2023, 0, 9, 12), Some(date(2023, 3, 30)));
        assert_eq!(sankranti(2020, 1, 10, 270, 18), Some(date(2020, 1, 15)));
        // Eid al-Fitr, Eid al-Adha.
        assert_eq!(islamic(2022, 10, 1), Some(date(2022, 5, 2)));
        assert_eq!(islamic(2021, 12, 10), Some(date(2021, 7, 20)));
    }
}
