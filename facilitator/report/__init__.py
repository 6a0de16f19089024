"""The result in hand: a live session as a page to print, a table and JSON.

`sections(live)` says once what may be told; each format only writes that out and may do so in another thread. A new format
(Word, PDF, Excel) is one more file: its words come from sentences.py, its tables from figures.py, its pictures from pictures.py.
"""

from facilitator.report.page import Ahead, html, policy
from facilitator.report.plain import json, plain
from facilitator.report.sections import Report, Section, sections
from facilitator.report.tidy import csv

__all__ = ["Ahead", "Report", "Section", "csv", "html", "json", "plain", "policy", "sections"]
