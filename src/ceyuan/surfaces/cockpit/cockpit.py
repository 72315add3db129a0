"""The cockpit as a web application: the district's pages, their twins, and calm errors.

It never decides what a figure is, and asks nothing outside. It writes only what a form of a page
asks for, sent from that page by its own reader (a token in the form and in a cookie must agree).
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from secrets import token_hex
from typing import Any, BinaryIO, cast
from urllib.parse import quote

import structlog
from litestar import Litestar, MediaType, Request, Response
from litestar.concurrency import sync_to_thread
from litestar.config.compression import CompressionConfig
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import Cookie, UploadFile
from litestar.enums import HttpMethod
from litestar.handlers import HTTPRouteHandler
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler
from litestar.utils.scope.state import ScopeState

from ceyuan.authoring.handed_in import Upload
from ceyuan.authoring.page import Act, Ask, Params
from ceyuan.catalogue import Page
from ceyuan.journeys.act import Acts
from ceyuan.journeys.incoming import LARGEST_MB
from ceyuan.journeys.present import asking
from ceyuan.model.bilingual import Language, in_language
from ceyuan.model.errors import CeyuanError, Faults
from ceyuan.office import Office
from ceyuan.surfaces.cockpit.answer_json import plain
from ceyuan.surfaces.cockpit.asset import STATIC, Asset, Assets
from ceyuan.surfaces.cockpit.guard import LOCAL_NAMES, Guard
from ceyuan.surfaces.cockpit.language import COOKIE, PARAMETER, language_asked
from ceyuan.surfaces.cockpit.listed_csv import listed_csv
from ceyuan.surfaces.cockpit.only_here import only_from_this_machine
from ceyuan.surfaces.cockpit.page_address import PageAddress, twin_of
from ceyuan.surfaces.cockpit.surroundings import Menu, surroundings
from ceyuan.surfaces.cockpit.template import Templates
from ceyuan.surfaces.cockpit.trouble import nothing_at, trouble_of

#: Opens the ledger for one page, in one language.
Asking = Callable[[Language], AbstractContextManager[Ask]]

#: What forms may do, in one language, with the files sent; it is asked for when a form comes in.
Acting = Callable[[Language, Sequence[Upload]], Act]

#: The entry of a page's answer that its `.csv` twin lists.
LISTED = "listed"

_READS = [HttpMethod.GET, HttpMethod.HEAD]
#: A form is a few words; whatever is larger is none.
_LARGEST_FORM = 64_000
#: A form with files: as much as five of the largest.
_LARGEST_UPLOAD = 5 * LARGEST_MB << 20
_WITHOUT_TOKEN = {"exclude_from_csrf": True}
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_A_YEAR = 365 * 24 * 3600
_log = structlog.get_logger("ceyuan.cockpit")


def cockpit(
    office: Office,
    *,
    today: Callable[[], date],
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    names: Iterable[str] = LOCAL_NAMES,
) -> Litestar:
    """The cockpit of an open office.

    Args:
        office: what is shown.
        today: gives the day a page is shown on.
        now: gives the moment a form is sent.
        names: host names it answers for, without port; others are refused.
    """
    return cockpit_of(
        office.catalogue.pages,
        lambda language: asking(office, today(), language),
        names,
        lambda language, uploads: Acts(office, now(), language, uploads),
    )


def cockpit_of(
    pages: Iterable[Page],
    asking: Asking,
    names: Iterable[str] = LOCAL_NAMES,
    acting: Acting | None = None,
) -> Litestar:
    """The cockpit of these pages, answered from whatever `asking` opens.

    Forms do what `acting` gives; without it the cockpit only shows.
    """
    desk = _Desk(tuple(pages), asking, acting)
    application = Litestar(
        route_handlers=desk.routes(),
        exception_handlers={CeyuanError: desk.refuse, Exception: desk.refuse},
        compression_config=CompressionConfig(
            backend="gzip",
            minimum_size=800,
            exclude=[f"^{STATIC}/"],  # sent zipped already
        ),
        csrf_config=CSRFConfig(
            secret=token_hex(32),  # forms outlive no restart
            cookie_name="ceyuan-form",
            cookie_httponly=True,
            cookie_samesite="strict",
        ),
        on_startup=[desk.warm],
        openapi_config=None,
        logging_config=None,
    )
    # Around everything, unknown addresses included: a middleware would not see those.
    application.asgi_handler = Guard(application.asgi_handler, names)
    return application


class _Desk:
    """Answers requests: which page, in which form, in which language."""

    def __init__(self, pages: tuple[Page, ...], asking: Asking, acting: Acting | None) -> None:
        self._pages = pages
        self._asking = asking
        self._acting = acting
        self._assets = Assets()
        self._templates = Templates(pages, self._assets)
        self._templates.warm()
        listed = sorted((page for page in pages if page.menu), key=lambda page: page.menu)
        self._menu: Menu = tuple((page.card.term, page.path) for page in listed)

    def warm(self) -> None:
        """Make the start page once, so that the first reader waits for nothing that can be kept.

        A page that cannot be made says so when somebody asks for it, not here.
        """
        start = next((page for page in self._pages if page.path == "/"), None)
        try:
            with self._asking("zh") as ask:
                ask.name_of(ask.home)
                if start is not None:
                    self._html(start, ask, "/", [], "zh", start.shows(ask, {}))
        except Exception as problem:
            _log.warning("start page not ready", reason=str(problem))

    def routes(self) -> list[ControllerRouterHandler]:
        """A route for each page with its twins, and one for the files pages are dressed with."""
        acting = [page for page in self._pages if self._acting and page.form]
        return [
            *(self._page_route(page) for page in self._pages),
            *(self._form_route(page) for page in acting),
            self._asset_route(),
        ]

    def refuse(self, request: Request[Any, Any, Any], problem: Exception) -> Response[Any]:
        """An error as a page, or as JSON where a twin was asked for: what, where, what to do."""
        status, trouble = trouble_of(request, problem)
        language = language_asked(request.query_params, request.cookies)
        faults = trouble.faults if isinstance(trouble, Faults) else (trouble,)
        told = [
            {
                "what": in_language(fault.what, language),
                "where": in_language(fault.where, language),
                "remedy": in_language(fault.remedy, language),
            }
            for fault in faults
        ]
        if twin_of(request.url.path) in ("json", "csv"):
            return Response({"faults": told}, status_code=status, media_type=MediaType.JSON)
        pairs = list(request.query_params.multi_items())
        around = surroundings(request.url.path, pairs, language, self._menu)
        shown = {**around, "faults": told, "status": status}
        html = self._templates.html("error.html", language, shown)
        return Response(html, status_code=status, media_type=MediaType.HTML)

    def _page_route(self, page: Page) -> HTTPRouteHandler:
        address = PageAddress(page.path)

        async def answer(request: Request[Any, Any, Any]) -> Response[Any]:
            return await sync_to_thread(self._answer, page, address, request)

        # Only pages with a form need the token: the others set no cookie.
        opt = {} if page.form else _WITHOUT_TOKEN
        routes = address.routes
        return HTTPRouteHandler(routes, http_method=_READS, name=page.name, opt=opt)(answer)

    def _form_route(self, page: Page) -> HTTPRouteHandler:
        address = PageAddress(page.path)

        async def answer(request: Request[Any, Any, Any]) -> Response[Any]:
            only_from_this_machine(request)
            sent = await request.form()
            pairs = list(sent.multi_items())
            form = {name: value for name, value in pairs if isinstance(value, str)}
            files = [
                Upload(value.filename, cast(BinaryIO, value.file))
                for _, value in pairs
                if isinstance(value, UploadFile)
            ]
            try:
                return await sync_to_thread(self._do, page, address, request, form, files)
            finally:
                await sent.close()

        return HTTPRouteHandler(
            address.routes[:1],
            http_method=HttpMethod.POST,
            status_code=303,
            request_max_body_size=_LARGEST_UPLOAD if page.uploads else _LARGEST_FORM,
        )(answer)

    def _do(
        self,
        page: Page,
        address: PageAddress,
        request: Request[Any, Any, Any],
        form: dict[str, str],
        files: Sequence[Upload],
    ) -> Response[Any]:
        _, places = address.read(request.url.path, request.path_params)
        language = language_asked(request.query_params, request.cookies)
        if self._acting is None or page.does is None:
            raise nothing_at(request.url.path)
        target = page.does(self._acting(language, files), {**form, **places})
        # Only to a page of the cockpit: an address with a host could lead anywhere.
        safe = target if target.startswith("/") and not target.startswith("//") else page.path
        return Redirect(safe, status_code=303)

    def _asset_route(self) -> HTTPRouteHandler:
        async def answer(request: Request[Any, Any, Any]) -> Response[bytes]:
            asset = self._assets.at(request.url.path)
            if asset is None:
                raise nothing_at(request.url.path)
            return _asset_response(asset, "gzip" in request.headers.get("accept-encoding", ""))

        return HTTPRouteHandler(f"{STATIC}/{{name:str}}", http_method=_READS, opt=_WITHOUT_TOKEN)(
            answer
        )

    def _answer(
        self, page: Page, address: PageAddress, request: Request[Any, Any, Any]
    ) -> Response[Any]:
        twin, places = address.read(request.url.path, request.path_params)
        language = language_asked(request.query_params, request.cookies)
        query = {name: value for name, value in request.query_params.items() if name != PARAMETER}
        with self._asking(language) as ask:
            if twin == "xlsx":
                return _workbook_response(page, ask, {**query, **places}, request.url.path)
            answer = page.shows(ask, {**query, **places})
            if twin == "json":
                return Response(plain(answer), media_type=MediaType.JSON)
            if twin == "csv":
                return _csv_response(page, answer, request.url.path)
            pairs = request.query_params.multi_items()
            seal = ScopeState.from_scope(request.scope).csrf_token
            answer["form_token"] = seal if isinstance(seal, str) else ""
            html = self._html(page, ask, request.url.path, list(pairs), language, answer)
        return Response(
            html,
            media_type=MediaType.HTML,
            headers={"cache-control": "private, no-cache"},
            cookies=_remembered(request, language),
        )

    def _html(
        self,
        page: Page,
        ask: Ask,
        path: str,
        pairs: list[tuple[str, str]],
        language: Language,
        answer: dict[str, Any],
    ) -> str:
        shown = surroundings(path, pairs, language, self._menu, ask, LISTED in answer)
        return self._templates.page(page.name, language, {**shown, "card": page.card, **answer})


def _asset_response(asset: Asset, zipped: bool) -> Response[bytes]:
    headers = {
        "cache-control": f"public, max-age={_A_YEAR}, immutable",
        "vary": "accept-encoding",
        **({"content-encoding": "gzip"} if zipped else {}),
    }
    content = asset.zipped if zipped else asset.content
    return Response(content, media_type=asset.media_type, headers=headers)


def _workbook_response(page: Page, ask: Ask, params: Params, path: str) -> Response[bytes]:
    book = page.workbook(ask, params) if page.gives_workbook and page.workbook else None
    if book is None:
        raise nothing_at(path)
    named = (
        f"attachment; filename=\"{page.name}.xlsx\"; filename*=UTF-8''{quote(book.name, safe='')}"
    )
    return Response(book.content, media_type=_XLSX, headers={"content-disposition": named})


def _csv_response(page: Page, answer: dict[str, Any], path: str) -> Response[bytes]:
    if LISTED not in answer:
        raise nothing_at(path)
    return Response(
        listed_csv(answer[LISTED]),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{page.name}.csv"'},
    )


def _remembered(request: Request[Any, Any, Any], language: Language) -> list[Cookie]:
    """The language is kept only when somebody asked for it in the address."""
    if PARAMETER not in request.query_params:
        return []
    return [Cookie(COOKIE, value=language, max_age=_A_YEAR, httponly=True, samesite="lax")]
