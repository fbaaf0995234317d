"""What the verb tells of building work: begun, finished and renewed are not the same flow."""

from __future__ import annotations

import pytest

from mubiao.observe.activity import activity

from .conftest import Rows


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("开工", "started"),
        ("新开工", "started"),
        ("启动建设", "started"),
        ("建成", "finished"),
        ("建成投用", "finished"),
        ("竣工验收", "finished"),
        ("改造提升", "renewed"),
        ("整治", "renewed"),
        ("建成和开工建设", "mixed"),
        ("新建续建", "extended"),
        ("续建", "started"),
        ("新建和改造", "extended"),
        ("新增", None),
        ("增长", None),
        ("", None),
    ],
)
def test_verbs_and_the_activity_that_they_tell_of(action: str, kind: str | None) -> None:
    assert activity(action) == kind


def test_a_list_has_an_activity_for_each_of_its_verbs(rows: Rows) -> None:
    assert rows("plan", "新开工棚户区改造3000套，建成2000套。", "indicator value activity") == [
        ("棚户区改造", 3000, "started"),
        ("棚户区改造", 2000, "finished"),
    ]


def test_how_far_things_came_stands_behind_them(rows: Rows) -> None:
    text = "86个“两重”项目全部开工，8家国家区域医疗中心建成投用，6个园区开工建设项目12个。"
    assert rows("review", text, "value activity") == [(86, "started"), (8, "finished"), (6, None), (12, "started")]
