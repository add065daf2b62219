//! Front matter in the form that articles hold it, and that the cache keeps.
//!
//! All articles without any share one. What the cache kept is only checked: it is read once somebody
//! asks for a key, and of most articles of an archive nobody does.

use super::article::Front;
use super::front::published_on;
use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// What the front matter of an article says; see [`Front`].
#[derive(Clone)]
pub struct SharedFront(Arc<Held>);

struct Held {
    /// As the cache keeps it; nothing where it comes from elsewhere.
    kept: Box<[u8]>,
    read: OnceLock<Box<Front>>,
}

/// What a byte of the length of a text holds of it.
const LOW: u8 = 0x7F;
const SEVEN_BITS: usize = LOW as usize;

/// How many texts are written whether they are there or not.
const TEXTS: usize = 8;

impl SharedFront {
    /// What [`to_kept`](Self::to_kept) wrote; `None` where something else stands there.
    pub(crate) fn from_kept(kept: &[u8]) -> Option<Self> {
        if kept.is_empty() {
            return Some(Self::default());
        }
        let (mut rest, mut texts) = (kept, 0);
        while !rest.is_empty() {
            // Only the texts that are always written may be missing.
            let text = next_text(&mut rest)?;
            texts += 1;
            if text.is_none() && texts > TEXTS {
                return None;
            }
        }
        (texts >= TEXTS).then(|| Self(Arc::new(Held { kept: kept.into(), read: OnceLock::new() })))
    }

    /// The same text by text; what is meant by a date is read again. Most articles have none: theirs takes no room.
    pub(crate) fn to_kept(&self) -> Cow<'_, [u8]> {
        if self.0.kept.is_empty() { written(self).into() } else { Cow::Borrowed(&self.0.kept) }
    }

    /// Whether the article has any.
    pub(crate) fn is_there(&self) -> bool {
        !self.0.kept.is_empty() || **self != Front::default()
    }
}

impl Default for SharedFront {
    fn default() -> Self {
        static NONE: OnceLock<SharedFront> = OnceLock::new();
        NONE.get_or_init(|| Self(Arc::new(Held { kept: Box::default(), read: OnceLock::new() }))).clone()
    }
}

impl From<Front> for SharedFront {
    fn from(front: Front) -> Self {
        if front == Front::default() {
            return Self::default();
        }
        Self(Arc::new(Held { kept: Box::default(), read: Box::new(front).into() }))
    }
}

impl Deref for SharedFront {
    type Target = Front;

    fn deref(&self) -> &Front {
        self.0.read.get_or_init(|| Box::new(read(&self.0.kept).unwrap_or_default()))
    }
}

impl PartialEq for SharedFront {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl fmt::Debug for SharedFront {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(formatter)
    }
}

fn written(front: &Front) -> Vec<u8> {
    let mut written = Vec::new();
    if *front == Front::default() {
        return written;
    }
    let Front { title, outlet, author, published, published_on: _, url, language, claimant, cites, note } = front;
    let texts: [_; TEXTS] = [title, outlet, author, published, url, language, claimant, note];
    for text in texts.map(Option::as_deref).into_iter().chain(cites.iter().map(|cited| Some(&**cited))) {
        // One more than its length, so that none is not the same as an empty one.
        write_length(text.map_or(0, |text| text.len() + 1), &mut written);
        written.extend(text.unwrap_or_default().bytes());
    }
    written
}

fn read(mut kept: &[u8]) -> Option<Front> {
    let mut front = Front::default();
    if kept.is_empty() {
        return Some(front);
    }
    let Front { title, outlet, author, published, published_on: on, url, language, claimant, cites, note } = &mut front;
    let texts: [_; TEXTS] = [title, outlet, author, &mut *published, url, language, claimant, note];
    for text in texts {
        *text = next_text(&mut kept)?.map(str::to_owned);
    }
    while !kept.is_empty() {
        cites.push(next_text(&mut kept)??.to_owned());
    }
    *on = published.as_deref().and_then(|published| published_on(published).ok());
    Some(front)
}

/// Takes what stands first: a text or none.
fn next_text<'k>(kept: &mut &'k [u8]) -> Option<Option<&'k str>> {
    let length = next_length(kept)?;
    let (text, rest) = kept.split_at_checked(length.saturating_sub(1))?;
    *kept = rest;
    Some(if length == 0 { None } else { Some(std::str::from_utf8(text).ok()?) })
}

/// Most texts are short: seven bits of their length in a byte, and one that says whether more follow.
fn write_length(mut length: usize, written: &mut Vec<u8>) {
    while length > SEVEN_BITS {
        written.push(length.to_le_bytes()[0] | !LOW);
        length >>= 7;
    }
    written.push(length.to_le_bytes()[0]);
}

fn next_length(kept: &mut &[u8]) -> Option<usize> {
    let end = kept.iter().position(|&byte| byte <= LOW)?;
    let (bytes, rest) = kept.split_at(end + 1);
    *kept = rest;
    let add = |length: usize, &byte: &u8| length.checked_mul(SEVEN_BITS + 1)?.checked_add(usize::from(byte & LOW));
    bytes.iter().rev().try_fold(0, add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::article_from;

    #[test]
    fn front_matter_comes_back_as_it_was() {
        let keys = "title = 'A \"b\"'\noutlet = 'AP'\nauthor = 'C'\npublished = '2022-05~'\nurl = 'u'\nlanguage = 'fr'\n\
            claimant = 'elysee'\ncites = ['ap', 'afp']\nnote = 'é'\n";
        for front in ["", keys, "published = 2022-05-04T10:00:00+02:00\n"] {
            let (article, told) = article_from("a", "a.txt", format!("+++\n{front}+++\nText."));
            assert!(told.is_empty());
            let kept = article.front.to_kept();
            let back = SharedFront::from_kept(&kept).unwrap();
            assert_eq!((back.is_there(), back.to_kept()), (!front.is_empty(), kept.clone()), "{front}");
            assert_eq!(back, article.front, "{front}");
        }
        for length in [0, 1, 125, 126, 127, 128, 16_382, 16_383, 16_384, 70_000] {
            let front = Front { title: Some("é".repeat(length)), note: Some("n".repeat(length)), ..Front::default() };
            let front = SharedFront::from(front);
            let kept = front.to_kept().into_owned();
            assert_eq!(SharedFront::from_kept(&kept).as_ref(), Some(&front), "{length}");
            assert_eq!(SharedFront::from_kept(&kept[..kept.len() - 1]), None, "{length}, cut");
        }
    }

    #[test]
    fn what_is_no_front_matter_is_refused() {
        let none = [0; TEXTS];
        assert!(SharedFront::from_kept(&none).is_some_and(|front| *front == Front::default()));
        assert_eq!(SharedFront::from_kept(&none[1..]), None, "a text too few");
        assert_eq!(SharedFront::from_kept(&[&none[..], &[0]].concat()), None, "a citation that is none");
        assert_eq!(SharedFront::from_kept(&[&none[1..], &[2, 0xFF]].concat()), None, "no UTF-8");
        assert_eq!(SharedFront::from_kept(&[&none[1..], &[0xFF; 12]].concat()), None, "a length without an end");
        let cited = SharedFront::from_kept(&[&none[..], b"\x03ap"].concat()).unwrap();
        assert_eq!(cited.cites, ["ap"]);
    }
}
