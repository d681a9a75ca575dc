"""Give versions the terms that stand today, and say what was shown before today."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from lip.database.migrations import sql_for

ID = "2026-11-22T18:20:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Give versions their terms, and chapters since when they were shown"

_RANDOM = (
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || "
    "substr(hex(randomblob(2)), 2) || '-a' || substr(hex(randomblob(2)), 2) || '-' || "
    "hex(randomblob(6)))"
)
_TERMS = (
    "INSERT INTO frozen_term (id, version, language, term, forms, explanation) "
    "SELECT %s, v.id, g.language, g.term, g.forms, g.explanation "
    "FROM glossary_term g JOIN plan_version v ON v.plan = g.plan"
)
_PLANS = (
    "UPDATE plan SET shown_since = changed_at WHERE draft_public "
    "OR EXISTS (SELECT 1 FROM plan_version v WHERE v.plan = plan.id)"
)
_CHAPTERS = (
    "UPDATE chapter SET shown_since = changed_at WHERE EXISTS "
    "(SELECT 1 FROM frozen_chapter f WHERE f.chapter = chapter.id) OR EXISTS "
    "(SELECT 1 FROM chapter_text t WHERE t.chapter = chapter.id "
    "AND t.state <> 'draft')"
)
ON_SQLITE = [_TERMS % _RANDOM, _PLANS, _CHAPTERS]
ON_POSTGRES = [_TERMS % "gen_random_uuid()", _PLANS, _CHAPTERS]


async def forwards() -> MigrationManager:
    manager = MigrationManager(
        migration_id=ID, app_name="plan", description=DESCRIPTION
    )
    manager.add_raw(sql_for({"sqlite": ON_SQLITE, "postgres": ON_POSTGRES}))
    return manager
