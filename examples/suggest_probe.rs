//! probe
use gainsay::check::load_text;
use gainsay::claims::ClaimSet;
use gainsay::corpus::read_corpus;
use gainsay::suggest::find_disagreements;
fn main() {
    let paths: Vec<std::path::PathBuf> = std::env::args().skip(1).map(Into::into).collect();
    let claims: ClaimSet = load_text(std::path::Path::new("c.toml"), "version = 1\n".into()).claims;
    let corpus = read_corpus(&paths, std::path::Path::new(""));
    let t = std::time::Instant::now();
    let found = find_disagreements(&claims, &corpus, &[], 30);
    eprintln!("{:?}", t.elapsed());
    let out: Vec<_> = found.iter().map(|s| serde_json::json!({"score": s.score, "statements": s.statements.iter().map(|st| {
        let a = &corpus.articles[st.article];
        serde_json::json!({"article": a.id, "start": a.code_point(st.value_span.start).0, "end": a.code_point(st.value_span.end).0,
          "value": st.value_span.of(&a.body), "sentence": st.sentence.of(&a.body), "kind": st.kind.name(), "heads": st.heads})
    }).collect::<Vec<_>>()})).collect();
    #[allow(clippy::print_stdout, reason = "probe")]
    {
        println!("{}", serde_json::to_string(&out).unwrap());
    }
}
