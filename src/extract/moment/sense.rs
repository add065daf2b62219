//! What a word can mean in a date. A word has several senses (`second` is an
//! ordinal and a unit, `past` a shift and a word of the clock); the grammar
//! asks for the one it needs at each place.

/// A unit of the calendar or the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Season,
    Year,
    Decade,
    Century,
}

/// A part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayPart {
    Dawn,
    /// From midnight on: `in the early hours of Monday`.
    EarlyMorning,
    Morning,
    Lunch,
    Afternoon,
    Evening,
    Dinner,
    Tonight,
    Night,
    Daytime,
}

/// A part of a longer stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Early,
    Mid,
    Late,
    FirstHalf,
    SecondHalf,
}

/// Which one of a row of like stretches is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shift {
    /// `last`, `previous`: the calendar stretch before this one.
    Last,
    /// `past`: the latest, rolling up to now.
    Past,
    /// `this`, `current`.
    This,
    /// `next`, `following`.
    Next,
    /// `coming`, `upcoming`: the first after now.
    Coming,
}

/// How far a month's or weekday's name can be trusted on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trust {
    /// `October`, `Tuesday`.
    Plain,
    /// Also a name or another common word: `June`, `August`.
    Name,
    /// `Oct`, `Tue`.
    Short,
    /// Also a verb, a surname, a newspaper: `May`, `March`, `Sun`.
    Doubtful,
}

/// A word of a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Sense {
    Month(i8, Trust),
    /// `Novembers`, which are counted: no date of their own.
    Months(i8),
    /// Monday is 1.
    Weekday(i8, Trust),
    /// `fortnight` is two weeks.
    Unit(Unit, i64),
    Cardinal(i64),
    Ordinal(i64),
    /// `st`, `th` after digits.
    OrdinalEnd,
    /// `a`, `an`: one, before a unit.
    Article,
    The,
    /// `yesterday` is -1.
    Day(i64),
    DayPart(DayPart),
    Season(i8, Trust),
    Shift(Shift),
    Part(Part),
    /// `start`, `middle`, `end`, which take `of`.
    Edge(Part),
    /// `EOY`: the last part of this unit.
    EndOf(Unit),
    Half,
    /// `Q` of `Q3`, `H` of `H1`: in how many the year is cut.
    Share(i64),
    Ago,
    /// `earlier`, `before`; `prior` takes `to`.
    Earlier,
    Later,
    Before,
    After,
    Now,
    /// `at present`.
    Present,
    /// `right now`.
    Right,
    From,
    Since,
    To,
    Between,
    /// `through Friday`: up to its end.
    Through,
    And,
    Or,
    Of,
    In,
    On,
    At,
    By,
    During,
    For,
    Over,
    About,
    /// `the eve of`.
    Eve,
    /// `am` is false, `pm` true.
    Meridiem(bool),
    /// `a` or `p` glued to a clock time.
    MeridiemLetter(bool),
    OClock,
    HourMark,
    /// `past` on the clock.
    ClockPast,
    /// `to` on the clock.
    ClockTo,
    /// `noon`, `midnight`, in minutes.
    ClockName(u16),
    /// `local`, before `time`.
    Local,
    TimeWord,
    Every,
    Era,
    /// `BC`.
    EraBefore,
    /// `year` or `calendar` before a number.
    Calendar,
    /// A word that may follow a bare date without making it a count.
    Joiner,
    /// What people named like a month do: `May became`.
    PersonVerb,
    /// What comes before a person's name: `Theresa May`, `Mrs May`.
    Title,
    /// `so far`.
    So,
    Far,
    Until,
    Up,
    Same,
    /// `period`, `time`: what `the same` points back to.
    Period,
    /// `had`, of the past perfect.
    Had,
    /// `has`, of the perfect.
    Have,
    Onwards,
    Than,
    /// `to date`.
    DateWord,
    /// `few`, `several`: at least and at most so many.
    Several(i64, i64),
    /// `all`, before `week`.
    All,
    /// `more`, before `than`.
    More,
    /// `starting`, before a date.
    Starting,
    /// `can`, `should`: a verb follows.
    Modal,
    Beginning,
    Ish,
    /// `will`: what follows lies ahead.
    Will,
    /// `rest`, before `of the week`.
    Rest,
    /// `YTD`: from the start of this unit up to now.
    ToDate(Unit),
    /// `BOM`: the first part of this unit.
    StartOf(Unit),
    /// `closest`, before a weekday and `to`.
    Closest,
    /// `prior`: `before`, where it takes `to` or ends its phrase.
    Prior,
    /// `back`: `ago`, where it ends its phrase.
    Back,
    /// `the ides of March`.
    Ides,
    /// `fiscal`, before `year`.
    Fiscal,
    /// `FY` of `FY18`.
    FiscalYear,
    /// `seventies`: the decade that begins with this year of its century.
    Tens(i64),
    /// `another`, before a length of time.
    Another,
    /// `following`, besides a shift.
    Following,
    /// `last`, besides a shift.
    Latest,
    /// `but`, in a list.
    But,
    /// `oh`, the naught of `nineteen oh five`.
    Oh,
    /// The word of `as early as`.
    As,
    /// `recently`, in `as recently as`.
    Recently,
    /// `no`, `not`, before `later than`.
    No,
    /// `moment`, in `at the moment`.
    MomentWord,
    /// What stands before a decade of somebody's life: `in her seventies`.
    Owner,
}

impl Sense {
    /// A bit of its own for a sense that has no more to say, so that one look
    /// tells whether a word has it; none for the others.
    #[inline(always)]
    pub(crate) const fn flag(self) -> u128 {
        let bit = match self {
            Self::OrdinalEnd => 0,
            Self::Article => 1,
            Self::The => 2,
            Self::Half => 3,
            Self::Ago => 4,
            Self::Earlier => 5,
            Self::Later => 6,
            Self::Before => 7,
            Self::After => 8,
            Self::Now => 9,
            Self::Present => 10,
            Self::Right => 11,
            Self::From => 12,
            Self::Since => 13,
            Self::To => 14,
            Self::Between => 15,
            Self::Through => 16,
            Self::And => 17,
            Self::Or => 18,
            Self::Of => 19,
            Self::In => 20,
            Self::On => 21,
            Self::At => 22,
            Self::By => 23,
            Self::During => 24,
            Self::For => 25,
            Self::Over => 26,
            Self::About => 27,
            Self::Eve => 28,
            Self::OClock => 29,
            Self::HourMark => 30,
            Self::ClockPast => 31,
            Self::ClockTo => 32,
            Self::Local => 33,
            Self::TimeWord => 34,
            Self::Every => 35,
            Self::Era => 36,
            Self::EraBefore => 37,
            Self::Calendar => 38,
            Self::Joiner => 39,
            Self::PersonVerb => 40,
            Self::Title => 41,
            Self::So => 42,
            Self::Far => 43,
            Self::Until => 44,
            Self::Up => 45,
            Self::Same => 46,
            Self::Period => 47,
            Self::Had => 48,
            Self::Have => 49,
            Self::Onwards => 50,
            Self::Than => 51,
            Self::DateWord => 52,
            Self::All => 53,
            Self::More => 54,
            Self::Starting => 55,
            Self::Modal => 56,
            Self::Beginning => 57,
            Self::Ish => 58,
            Self::Will => 59,
            Self::Rest => 60,
            Self::Closest => 61,
            Self::Prior => 62,
            Self::Back => 63,
            Self::Ides => 64,
            Self::Fiscal => 65,
            Self::FiscalYear => 66,
            Self::Another => 67,
            Self::Following => 68,
            Self::Latest => 69,
            Self::But => 70,
            Self::Oh => 71,
            Self::As => 72,
            Self::Recently => 73,
            Self::No => 74,
            Self::MomentWord => 75,
            Self::Owner => 76,
            _ => return 0,
        };
        1 << bit
    }
}
