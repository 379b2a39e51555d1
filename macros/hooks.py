"""The only file that knows MkDocs's events; it calls the rest.

`serve` never reloads Python: before each of its builds, the project's modules are forgotten.
"""

import gc
import json
import logging
import os
import sys
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import material
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

log = logging.getLogger("mkdocs.plugins.content")
# Known beside this one: an interview may lie a year ahead, and a copy of the guide may be old.
FEWEST_YEARS = 2
QUESTIONS_FILE = "questions.json"
MESSAGES_FILE = "messages.json"
THEME = Path(material.__file__).parent / "templates"
ERROR_PAGES = ("404.html", "503.html")
TEMPLATES = ("main.html", *ERROR_PAGES)
_command: Literal["build", "gh-deploy", "serve"] = "build"
_translations: list[ForkProcess] = []
_changes: Any = None  # of macros/serving.py, between two builds of `serve`
_wrong = ""


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember the command."""
    global _changes, _command
    _command = command
    # It names each of its variables, at every build and in every language.
    logging.getLogger("mkdocs.plugins.mkdocs_macros.util").setLevel(logging.WARNING)
    if command == "serve":
        from macros.serving import Changes

        _changes = Changes()
    else:
        gc.disable()  # hardly anything of a build is garbage before its end


@event_priority(100)  # the macros plugin reads what pages may call at its own on_config
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the checked content where macros and templates find it, its menu, and what is to be built."""
    building = _command != "serve"
    config.extra["building"] = building
    if not building and _is_root(config):
        folders = [Path(os.path.relpath(each)) for each in (*config.watch, config.config_file_path)]
        if changed := _changes.since_last(folders):
            log.info("Modifié : %s", ", ".join(changed))
    config.extra["scope"] = _root(config)  # where the theme keeps things, one place for all pages
    if "content" not in config.extra:  # a translation is given that of the original
        config.extra |= _read(config)
    lang = config.theme["language"]
    config.nav = config.extra["content"].menu_of(lang).nav(lang)
    if config.extra["assets"]:
        config.extra_css = []  # stands in the pages
    # A macro called with a wrong name would otherwise end `serve`; there the page shows the error.
    config.plugins["macros"].config["on_error_fail"] = building
    return config


def _read(config: MkDocsConfig) -> dict[str, Any]:
    """Read and check what editors and components say, and compose what pages load."""
    building = config.extra["building"]
    if not building:
        for name in [name for name in sys.modules if name.split(".")[0] == "macros"]:
            del sys.modules[name]
    from macros.cache import digest, files_in, kept
    from macros.content import ContentError, load
    from macros.declarations import DeclarationError, Declarations
    from macros.page_data import DATA
    from macros.public_holidays import by_country
    from macros.said_words import said_words

    # Relative to the project, as an editor knows the files.
    folders = (Path(config.docs_dir).parent, _overrides(config), Path(__file__).parent)
    docs, *sources = (Path(os.path.relpath(each)) for each in folders)

    def read() -> dict[str, Any]:
        content = load(docs, shows_drafts=not building)
        if wrong := [*said_words(content.words, docs / "data/words.yml", *sources)]:
            raise ContentError(wrong)
        return {
            "content": content,
            "holidays": by_country(content.places, content.days_off),
            "declarations": Declarations(sources[0], content.words, DATA),
        }

    # Of the day, since it says what is to be read on a later one.
    style = files_in(THEME / "assets/stylesheets", suffix=".css")
    code = digest([*files_in(*sources), *style])
    made_of = [repr((docs, sources, building, date.today())).encode(), code, *files_in(docs)]
    try:
        found = kept("content", made_of, read)
    except (ContentError, DeclarationError) as error:
        raise PluginError(str(error)) from None
    _tell(found["content"])
    is_finished = building and config.extra["slim"]
    assets = _assets(config, found["declarations"]) if is_finished else None
    return found | {"assets": assets, "code": code}


def _assets(config: MkDocsConfig, declarations: Any) -> Any:
    # Of what this needs, `serve` installs nothing.
    from macros.publish.assets import Assets

    return Assets(Path(config.site_dir), _root(config), _overrides(config), THEME, declarations)


def _tell(content: Any) -> None:
    """Say what an editor may want to know, and need not mend."""
    for draft in content.drafts:
        log.info("Brouillon, non publié : %s", draft)
    for doubt in content.doubts:
        log.info("À relire : %s", doubt)
    if missing := content.publisher.missing:
        log.info(
            "Qui publie le guide : %s sans valeur dans docs/data/publisher.yml ; rien n’en est imprimé.",
            ", ".join(f"« {name} »" for name in missing),
        )
    places = content.places
    if places.runs_out or places.years_left(date.today()) < FEWEST_YEARS:
        log.info(
            "Jours fériés connus jusqu’en %s seulement : dans docs/data/places.yml, avancez "
            "« last_year », relisez les pages des autorités, puis datez « reviewed ».",
            places.last_year,
        )
    if places.unchecked:
        log.info(
            "Jours fériés non vérifiés auprès de l’autorité : %s",
            ", ".join(place.id for place in places.unchecked),
        )


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Begin the other sites; leave out what the site does not need, and add what is made for it."""
    global _translations
    from macros.components import Components
    from macros.edition import Edition
    from macros.languages import others
    from macros.message_data import as_json as messages_in
    from macros.publish.translations import begin_translations
    from macros.question_bank import bank

    if _is_root(config):
        _translations = begin_translations(config, _command)
    assets, content = config.extra["assets"], config.extra["content"]
    for file in [each for each in files if _is_source(each, config)]:
        files.remove(file)
    edition = Edition(content, config.theme["language"])
    for file in files:
        if file.src_uri in content.left_out[edition.lang]:
            file.inclusion = InclusionLevel.EXCLUDED
    # All languages of the finished site have one folder of assets, at the root.
    config.extra["up"] = "../" if assets and not _is_root(config) else ""
    holidays = config.extra["holidays"]
    loaded = {
        **{_of_holidays(country): made for country, made in holidays.items()},
        QUESTIONS_FILE: bank(edition),
        MESSAGES_FILE: messages_in(content, others(edition.lang)),
    }
    for name, made in loaded.items():
        path = assets.keep(name, made) if assets else f"assets/{name}"
        config.extra[name] = path
        if not assets:
            files.append(File.generated(config, path, content=made))
    components = Components(edition)
    for theme, path in content.theme_pages.items():
        text, place = components.theme_page(theme), InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, path, content=text, inclusion=place))
    config.extra["moved"] = {
        page: _keep_moved(page, files, config)
        for page in content.moved.pages
        if page not in content.left_out[edition.lang]
    }
    if config.extra["building"]:
        from macros.publish.install import drawn

        for path, picture in drawn(config):
            files.append(File.generated(config, path, content=picture))
    return files


def _of_holidays(country: str) -> str:
    return f"public-holidays-{country.lower()}.json"


def _keep_moved(page: str, files: Files, config: MkDocsConfig) -> str:
    """Write where what left a page is now, and return the path of that file below the root."""
    by_path = {file.src_uri: file.url for file in files.documentation_pages()}
    table = {
        name: f"{get_relative_url(by_path[there], by_path[page])}#{place}"
        for name, (there, place) in config.extra["content"].moved.from_page(page).items()
        if there in by_path  # and no draft
    }
    text = json.dumps(table)
    if assets := config.extra["assets"]:
        return str(assets.keep("moved.json", text))
    path = f"assets/moved/{page.replace('/', '-')}.json"
    files.append(File.generated(config, path, content=text))
    return path


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Lead from step to step; below the questions from theme to theme."""
    from macros.content.content import PREPARE

    content = config.extra["content"]
    steps = [files.get_file_from_path(step.page) for step in content.steps]
    for before, page in pairwise([step.page for step in steps if step and step.page]):
        before.next_page, page.previous_page = page, before
    paths = [content.page_of_view[PREPARE], *content.theme_pages.values()]
    found = [files.get_file_from_path(path) for path in paths]
    first, *themes = [file.page for file in found if file and file.page]
    for before, page in pairwise([first, *themes]):
        page.parent, page.previous_page = first.parent, before
    for page, after in pairwise(themes):
        page.next_page = after
    return nav


def _is_source(file: File, config: MkDocsConfig) -> bool:
    """Tell whether a file is one that pages are made of, not one that they load."""
    if file.src_dir not in config.theme.dirs:
        return False
    is_loaded = not config.extra["assets"] or file.src_uri.startswith("images/")
    return not is_loaded or file.src_uri.endswith(".yml")


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Give templates the editions, and what each page needs for its components."""
    from macros.anchors import lost_anchors
    from macros.cache import templates
    from macros.components import Components
    from macros.edition import MARKS, Edition
    from macros.languages import ORIGINAL, ROOTS
    from macros.page_data import Page as Place
    from macros.page_data import of_later, of_page

    docs = Path(os.path.relpath(config.docs_dir))
    if lost := [*lost_anchors(files, docs)]:
        raise PluginError("\n".join(map(str, lost)))
    editions = {lang: Edition(config.extra["content"], lang) for lang in ROOTS}
    own = editions[config.theme["language"]]
    components = Components(own)
    by_path = {file.src_uri: file.url for file in files.documentation_pages()}

    _write_shared(config, components, by_path)

    def place_of(page: Page) -> Place:
        def url(target: str) -> str:
            return get_relative_url(by_path[target], page.url)

        holidays = {
            country: config.extra["up"]
            + get_relative_url(config.extra[_of_holidays(country)], page.url)
            for country in config.extra["holidays"]
        }
        return Place(url, holidays, tuple(page.meta.get("messages", ())))

    def settings_of(page: Page) -> dict[str, Any]:
        used = _used(page, config)
        return of_page(own, place_of(page), used if config.extra["assets"] else used.at_once)

    content = config.extra["content"]
    left_out = [file for file in files if file.src_uri in content.left_out[own.lang]]
    addresses = by_path | {file.src_uri: file.url for file in left_out}
    env.globals.update(
        address_of=by_path.get,
        addresses={page: url.removeprefix("./") for page, url in addresses.items()},
        assets=config.extra["assets"],
        components=components,
        edition=own,
        editions=editions,
        marks=MARKS,
        later_of=lambda page: of_later(own, place_of(page), _used(page, config)),
        languages_of=content.languages_of,
        menu=content.menu_of(own.lang),
        menu_page_of=content.menu_page,
        original=ORIGINAL,
        roots=ROOTS,
        settings_of=settings_of,
        used_on=lambda page: _used(page, config),
    )
    env.policies["json.dumps_kwargs"] = {
        "ensure_ascii": False,
        "separators": (",", ":"),
        "sort_keys": False,
    }
    # `material/…` is the theme's own of a template that overrides/ has too: one that is missing is said.
    theme = PrefixLoader({"material": FileSystemLoader(THEME)})
    env.loader = ChoiceLoader([*([env.loader] if env.loader else []), theme])
    env.bytecode_cache = templates("theme")
    _check_blocks(env)
    return env


def _write_shared(config: MkDocsConfig, components: Any, by_path: dict[str, str]) -> None:
    """Write what other sites may copy; MkDocs would make a page of what is named .md."""
    from macros.share import shared

    known = config.site_url if config.extra["building"] else None

    def address_of(page: str, anchor: str) -> str | None:
        return known and f"{known}{by_path[page]}{'#' if anchor else ''}{anchor}"

    for path, text in shared(components, config.site_name, address_of):
        file = Path(config.site_dir) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def _check_blocks(env: Environment) -> None:
    """Stop where the theme has no longer a block that a template of ours fills: nobody would see it."""
    known = env.get_template("base.html").blocks
    for name in TEMPLATES:
        if missing := sorted(env.get_template(name).blocks.keys() - known.keys()):
            raise PluginError(
                f"overrides/{name} fills blocks that the theme's base.html has not: "
                f"{', '.join(missing)}. Compare both: what they say would be left out."
            )


def _used(page: Page | None, config: MkDocsConfig) -> Any:
    """Return what a page needs for its components; an error page has none."""
    meta = page.meta if page else {}
    return config.extra["declarations"].used(meta.get("components", {}), meta.get("styles", ()))


def on_template_context(
    context: dict[str, Any], *, template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give an error page, which is read at any address, its place on a site that knows none."""
    if not config.site_url and template_name in ERROR_PAGES:
        from macros.languages import ROOTS

        context["base_url"] = f"/{ROOTS[config.theme['language']]}"
    return context


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Finish a page."""
    return _finished(output, page, config)


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Finish an error page too."""
    return (
        _finished(output_content, None, config)
        if template_name.endswith(".html")
        else output_content
    )


def _finished(html: str, page: Page | None, config: MkDocsConfig) -> str:
    from macros.cache import kept
    from macros.publish.finish import finished
    from macros.typography import french_spaces_in_html

    is_french, assets = _is_root(config), config.extra["assets"]
    spaced = french_spaces_in_html if is_french else str
    if not assets:
        return spaced(html)
    used = _used(page, config)
    made_of = [html.encode(), repr((is_french, used)).encode(), config.extra["code"]]
    return kept(
        "page", made_of, lambda: finished(spaced(html), lambda html: assets.style(html, used))
    )


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the index of search; once all languages are there, take the last steps."""
    from macros.publish import publish
    from macros.publish.search_index import write_index
    from macros.publish.translations import end_translations

    write_index(config)
    if _is_root(config):
        end_translations(config, _command, _translations)
        publish(
            Path(config.site_dir),
            _root(config),
            _overrides(config),
            config.extra["content"].moved,
            is_finished=config.extra["building"],
            is_preview=bool(config.extra["preview"]),
        )
        if config.extra["building"] and not config.site_url:
            log.info(
                "Attention : l’adresse du site n’est pas donnée ; ni plan du site, ni image pour les "
                "réseaux, ni adresse ni QR code dans le livret d’atelier. À faire, avant de publier : "
                "SITE_URL=https://exemple.org/guide/ make build"
            )


def on_build_error(*, error: Exception) -> None:
    """Remember what stopped a build, for `serve` to show."""
    global _wrong
    if not isinstance(error, SystemExit):  # of a translation, said by its own error
        _wrong = str(error)


def on_serve(
    server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
) -> LiveReloadServer:
    """Say where the editions are; let every page say what is wrong while a build fails."""
    from macros.languages import ROOTS
    from macros.serving import shown_where_wrong

    sites = ", ".join(f"{config.site_url}{root}" for root in ROOTS.values())
    log.info("Le guide : %s", sites)
    site = Path(config.site_dir)
    server.builder = lambda: shown_where_wrong(builder, site, lambda: _wrong)
    return server


def _is_root(config: MkDocsConfig) -> bool:
    from macros.languages import ORIGINAL

    return bool(config.theme["language"] == ORIGINAL)


def _root(config: MkDocsConfig) -> str:
    """Return the path of the address of all languages."""
    from macros.languages import ROOTS

    path = urlsplit(config.site_url or "").path or "/"
    return path.removesuffix(ROOTS[config.theme["language"]])


def _overrides(config: MkDocsConfig) -> Path:
    return Path(str(config.theme.custom_dir))
