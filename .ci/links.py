"""Follows every link of the pages under a folder, to files and to places in
them: python3 .ci/links.py FOLDER"""

import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    """The places of a page, and what it links to."""

    def __init__(self, path):
        super().__init__()
        self.places, self.links = set(), []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.places.update(values[name] for name in ("id", "name") if values.get(name))
        self.links.extend(values[name] for name in ("href", "src") if values.get(name))


def main(folder):
    root = Path(folder).resolve()
    pages = {path: Page(path) for path in sorted(root.rglob("*.html"))}
    wrong, followed = [], 0
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            # The page of a missing page links from the root of its site.
            if parts.scheme or parts.netloc or path.name == "404.html":
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            followed += 1
            if target.is_dir():
                target /= "index.html"
            if not target.exists():
                wrong.append(f"{path.relative_to(root)}: {link} is not there")
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].places:
                wrong.append(f"{path.relative_to(root)}: {link} leads to no place of it")
    print("\n".join(wrong) or f"{followed} links on {len(pages)} pages lead somewhere")
    return 1 if wrong or len(pages) < 10 or followed < 100 else 0


sys.exit(main(sys.argv[1]))
