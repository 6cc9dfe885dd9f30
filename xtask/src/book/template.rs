//! The page around the content: menus, search, the policy.

use std::fmt::Write as _;

use super::{
    assets::{Asset, Assets},
    contents::{Contents, Entry},
    escaped,
    markdown::Rendered,
};

/// Its own files, no inline script or style, and no text that becomes code.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
    trusted-types 'none'";

const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E\
    %3Crect width='16' height='16' rx='3' fill='%23234'/%3E\
    %3Cpath d='M4 4h8v2H4zm0 4h8v1H4zm0 3h5v1H4z' fill='%23fff'/%3E%3C/svg%3E";

/// The page at the place `at` of `contents`.
pub fn page(contents: &Contents, at: usize, page: &Rendered, assets: &Assets) -> String {
    let entries: Vec<&Entry> = contents.entries().collect();
    let here = entries.get(at).map_or("", |entry| &*entry.name);
    let title = escaped(&page.title);
    let description = escaped(&page.description);
    let Assets { style, theme, script, index, .. } = assets;
    let bookmarklet = assets.bookmarklet.as_ref().filter(|_| page.has_bookmarklet);
    let bookmarklet = bookmarklet.map_or_else(String::new, |Asset { address, integrity }| {
        format!("<script type=\"module\" src=\"{address}\" integrity=\"{integrity}\"></script>\n")
    });
    format!(
        r##"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="{description}">
<title>{title} · newsmark</title>
<link rel="icon" href="{ICON}">
<link rel="stylesheet" href="{style}" integrity="{style_hash}">
<script src="{theme}" integrity="{theme_hash}"></script>
<script src="{script}" integrity="{script_hash}" defer></script>
{bookmarklet}</head>
<body>
<a class="skip" href="#content">To the content</a>
<header>
<a class="home" href="index.html">newsmark docs</a>
<button type="button" class="narrow" popovertarget="contents">Contents</button>
{toc_button}<search>
<form id="search" hidden data-index="{index}" data-integrity="{index_hash}">
<input type="search" aria-label="Search the docs" placeholder="Search" aria-keyshortcuts="/" autocomplete="off" spellcheck="false">
<div id="results" hidden><p role="status"></p><ul></ul></div>
</form>
</search>
<label class="theme" hidden>Colours <select><option value="">as the device</option><option value="light">light</option><option value="dark">dark</option></select></label>
<a href="../">Open the page</a>
</header>
<div class="columns">
<nav id="contents" aria-label="Contents" popover>
{menu}</nav>
<main id="content" tabindex="-1">
{content}{around}</main>
{toc}</div>
</body>
</html>
"##,
        style = style.address,
        style_hash = style.integrity,
        theme = theme.address,
        theme_hash = theme.integrity,
        script = script.address,
        script_hash = script.integrity,
        index = index.address,
        index_hash = index.integrity,
        menu = menu(contents, here),
        content = page.html,
        around = around(&entries, at),
        toc = on_this_page(page),
        toc_button = if has_menu(page) {
            "<button type=\"button\" class=\"middle\" popovertarget=\"here\">On this page</button>\n"
        } else {
            ""
        },
    )
}

fn menu(contents: &Contents, here: &str) -> String {
    let mut html = String::new();
    for part in &contents.0 {
        let _ = writeln!(html, "<h2>{}</h2>\n<ul>", escaped(&part.title));
        for entry in &part.entries {
            let current = if entry.name == here { " aria-current=\"page\"" } else { "" };
            let title = escaped(&entry.title);
            let _ = writeln!(html, "<li><a href=\"{}\"{current}>{title}</a></li>", entry.name);
        }
        html.push_str("</ul>\n");
    }
    html
}

fn has_menu(page: &Rendered) -> bool {
    page.headings.len() > 1
}

fn on_this_page(page: &Rendered) -> String {
    if !has_menu(page) {
        return String::new();
    }
    let mut html = String::from(
        "<nav id=\"here\" aria-label=\"On this page\" popover>\n<h2>On this page</h2>\n<ul>\n",
    );
    for heading in &page.headings {
        let _ = writeln!(
            html,
            "<li class=\"level{}\"><a href=\"#{}\">{}</a></li>",
            heading.level,
            heading.id,
            escaped(&heading.text)
        );
    }
    html + "</ul>\n</nav>\n"
}

/// Links to the pages before and after.
fn around(entries: &[&Entry], at: usize) -> String {
    let link = |entry: Option<&&Entry>, rel: &str, label: &str| {
        entry.map_or_else(String::new, |entry| {
            let title = escaped(&entry.title);
            format!("<a rel=\"{rel}\" href=\"{}\"><small>{label}</small> {title}</a>\n", entry.name)
        })
    };
    let before = at.checked_sub(1).and_then(|at| entries.get(at));
    format!(
        "<nav class=\"around\" aria-label=\"Previous and next page\">\n{}{}</nav>\n",
        link(before, "prev", "Previous"),
        link(entries.get(at + 1), "next", "Next"),
    )
}
