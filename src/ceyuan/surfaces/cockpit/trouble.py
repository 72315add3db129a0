"""What went wrong with a request, as people are told it, and the status it is answered with."""

from typing import Any

import structlog
from litestar import Request
from litestar.exceptions import HTTPException, PermissionDeniedException

from ceyuan.authoring.page import NoSuchThing
from ceyuan.journeys.incoming import LARGEST_MB
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import CeyuanError
from ceyuan.surfaces.cockpit.only_here import OnlyHere

_log = structlog.get_logger("ceyuan.cockpit")


def trouble_of(request: Request[Any, Any, Any], problem: Exception) -> tuple[int, CeyuanError]:
    """The status to answer with, and the error as people are told it."""
    if isinstance(problem, NoSuchThing):
        return 404, problem
    if isinstance(problem, OnlyHere):
        return 403, problem
    if isinstance(problem, CeyuanError):
        return 400, problem
    if isinstance(problem, HTTPException) and problem.status_code == 404:
        return 404, nothing_at(request.url.path)
    if isinstance(problem, PermissionDeniedException):
        return 403, CeyuanError(
            Bilingual(
                "表单已过期，或不是从本系统的页面发出的；没有写入任何内容",
                "the form is too old, or was not sent from a page of this cockpit; nothing was kept",
            ),
            where=request.url.path,
            remedy=Bilingual("重新打开该页再提交", "open the page again and send it from there"),
        )
    if isinstance(problem, HTTPException) and problem.status_code == 413:
        return 413, CeyuanError(
            Bilingual(
                "提交的内容过大，没有写入任何内容", "too much was sent at once; nothing was kept"
            ),
            where=request.url.path,
            remedy=Bilingual(
                f"分几次提交；单个文件不超过 {LARGEST_MB} MB",
                f"send it in parts; a file has at most {LARGEST_MB} MB",
            ),
        )
    if isinstance(problem, HTTPException) and problem.status_code < 500:
        return problem.status_code, CeyuanError(
            Bilingual(
                "本系统只供查阅，不接受这样的请求",
                "this cockpit only shows; it does not take such a request",
            ),
            where=f"{request.method} {request.url.path}",
            remedy=Bilingual("从菜单重新进入", "start again from the menu"),
        )
    _log.error("page failed", path=request.url.path, exc_info=problem)
    return 500, CeyuanError(
        Bilingual(
            "这一页没有做出来，数据未受影响", "this page could not be made; no data was harmed"
        ),
        where=request.url.path,
        remedy=Bilingual(
            "稍后重试；仍不行时，把本页地址和时间告诉系统管理人员，运行记录里有原因",
            "try again later; if it stays, tell whoever runs the system the address and the time: "
            "the log has the reason",
        ),
    )


def nothing_at(path: str) -> NoSuchThing:
    """The address names no page."""
    return NoSuchThing(
        Bilingual("没有这个页面", "there is no such page"),
        where=path,
        remedy=Bilingual("检查地址，或从菜单进入", "check the address, or start from the menu"),
    )
