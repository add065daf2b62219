//! The `gainsay` program: arguments in, exit status out.

fn main() {}
