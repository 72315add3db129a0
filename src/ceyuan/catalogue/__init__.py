"""Finds, checks and loads the folders of a district. What is refused is told with what, where, what to do."""

from ceyuan.catalogue.catalogue import Catalogue, district_folder, load_catalogue
from ceyuan.catalogue.fault import CatalogueFault
from ceyuan.catalogue.item import Item
from ceyuan.catalogue.sorts.page import Page
from ceyuan.catalogue.sorts.programme import ProgrammeItem
from ceyuan.catalogue.sorts.reader import Reader

__all__ = [
    "Catalogue",
    "CatalogueFault",
    "Item",
    "Page",
    "ProgrammeItem",
    "Reader",
    "district_folder",
    "load_catalogue",
]
