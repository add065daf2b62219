//! Time zones after a clock time: `GMT`, `Moscow time`, `9am Eastern`,
//! `UTC+3`, `+03:00`.
//!
//! The offset of a place depends on the day: `Kyiv time` is two hours ahead
//! of Greenwich in February and three in July. Offsets of places are those of
//! the IANA database that the program carries, whatever the machine has.

use super::reader::Reader;
use super::sense::Sense;
use crate::extract::language;
use crate::value::Zone;
use jiff::civil::DateTime;
use jiff::tz::TimeZoneDatabase;
use std::sync::LazyLock;

static REGIONS: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// How a zone's offset is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ZoneRule {
    /// In minutes east of Greenwich.
    Fixed(i32),
    /// A region of the IANA database.
    Region(&'static str),
    /// Not: `local time`.
    Unknown,
}

/// A zone as a text names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamedZone {
    pub(crate) name: String,
    pub(crate) rule: ZoneRule,
}

impl NamedZone {
    /// The zone at a local time; of a region without a time, its name alone.
    pub(crate) fn at(&self, local: Option<DateTime>) -> Zone {
        let offset_minutes = match self.rule {
            ZoneRule::Fixed(minutes) => Some(minutes),
            ZoneRule::Unknown => None,
            ZoneRule::Region(region) => local.and_then(|local| {
                let zone = REGIONS.get(region).ok()?;
                Some(zone.to_ambiguous_zoned(local).compatible().ok()?.offset().seconds() / 60)
            }),
        };
        Zone { name: self.name.clone(), offset_minutes }
    }
}

impl Reader<'_> {
    /// The zone that stands here, and the token after it.
    pub(super) fn zone_at(&self, at: usize) -> Option<(NamedZone, usize)> {
        let bracket = self.skip_sign(at, &['(']);
        let close = |next: usize| if bracket > at { self.skip_sign(next, &[')']) } else { next };
        if let Some((rule, end)) = language::ZONES.at(self.tokens, bracket)
            && !self.cuts_word_at(end)
        {
            let spaced = self.offset_sign_at(end);
            if let Some((minutes, next)) = spaced.filter(|_| rule == ZoneRule::Fixed(0)) {
                return Some((self.named(bracket, next, ZoneRule::Fixed(minutes)), close(next)));
            }
            return Some((self.named(bracket, end, rule), close(end)));
        }
        if self.glued(at) && matches!(self.word(at), Some("Z")) {
            return Some((NamedZone { name: "UTC".to_owned(), rule: ZoneRule::Fixed(0) }, at + 1));
        }
        if let Some((minutes, next)) = self.offset_sign_at(at).filter(|_| self.glued(at)) {
            return Some((self.named(at, next, ZoneRule::Fixed(minutes)), next));
        }
        let timed = self.is(bracket + 1, Sense::TimeWord);
        let placed = self.is(bracket, Sense::Local) || self.is_capital(bracket);
        (timed && placed).then(|| (self.named(bracket, bracket + 2, ZoneRule::Unknown), close(bracket + 2)))
    }

    /// A zone under its name: an abbreviation in capitals, a place as it is
    /// written, `time` in small letters.
    fn named(&self, first: usize, next: usize, rule: ZoneRule) -> NamedZone {
        let written = self.span(first, next).of(self.tokens.text());
        let abbreviated = !written.contains(char::is_whitespace) && written.len() <= 4;
        let name = if abbreviated { written.to_uppercase() } else { written.replace("Time", "time") };
        NamedZone { name, rule }
    }

    /// Whether a word or number goes on where a token begins.
    fn cuts_word_at(&self, at: usize) -> bool {
        self.glued(at) && (self.word(at).is_some() || self.is_digits(at))
    }

    /// `+3`, `-05:00`.
    fn offset_sign_at(&self, at: usize) -> Option<(i32, usize)> {
        let minus = self.sign(at, &['-', '−']);
        if at == 0 || !(minus || self.sign(at, &['+'])) || !self.glued(at + 1) {
            return None;
        }
        let (hours @ 0..=14, 1..=2) = self.digits(at + 1)? else { return None };
        let bare = self.digits(at - 1).is_some();
        if bare && (self.tokens.raw(at + 1).len() < 2 || minus && !self.tokens.raw(at + 1).starts_with('0')) {
            return None;
        }
        // `1pm-2pm` is a range.
        if !bare && minus && self.word(at - 1).is_some() && self.tokens.raw(at + 1).len() < 2 {
            let named = at > 1 && language::ZONES.at(self.tokens, at - 1).is_some();
            if !named {
                return None;
            }
        }
        let colon = self.sign(at + 2, &[':']) && self.glued(at + 3);
        let minutes = self.digits(at + 3).filter(|(m, length)| colon && *length == 2 && *m < 60);
        let total = i32::try_from(hours * 60 + minutes.map_or(0, |(m, _)| m)).ok()?;
        Some((if minus { -total } else { total }, if minutes.is_some() { at + 4 } else { at + 2 }))
    }
}
