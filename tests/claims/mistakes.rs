//! Each `mistakes/*.toml` has every mistake of one sort; `*.told` beside it is
//! what has to be told: `line:column message | what the place cuts out | help`.

use crate::reading::{load, told};

fn check(toml: &str, expected: &str) {
    let told = told(&load(toml));
    let expected: Vec<&str> = expected.lines().collect();
    assert_eq!(told, expected, "told:\n{}\n", told.join("\n"));
}

macro_rules! mistakes {
    ($($name:ident)*) => {$(
        #[test]
        fn $name() {
            let toml = include_str!(concat!("mistakes/", stringify!($name), ".toml"));
            check(toml, include_str!(concat!("mistakes/", stringify!($name), ".told")));
        }
    )*};
}

mistakes! { syntax keys ids dates values kinds patterns rulings }
