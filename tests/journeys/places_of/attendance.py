"""Every page of certificates, figures and feedback."""

from lip.attendance.actions.issue_certificates import certificate_code
from lip.attendance.queries.certificates import certificates_of
from lip.attendance.queries.feedback import questions_of
from lip.conference.queries.conferences import conference_by_key
from lip.conference.rules.codes import shown
from lip.sample.fill_in import KEY
from tests.factories import KEYS
from tests.journeys.places_of import Place, looked_at_by

NO_PAGES = {
    "certificates.pdf",
    "certificates.all_pdf",
    "certificates.all_zip",
    "own_certificate.pdf",
    "lists.print",
    "lists.export",
    "figures.export",
    "presence.live",
    "room_door.live",
}
"""Routes that answer something else than a page for people."""


async def find() -> dict[str, str]:
    """Find in the sample what stands in addresses."""
    conference = await conference_by_key(KEY)
    certificate = (await certificates_of(conference))[0]
    return {
        "certificate": shown(certificate_code(certificate.id, keys=KEYS)),
        "feedback question": str((await questions_of(conference))[0].id),
    }


FOR_ORGANISERS = {
    "certificates.list": "{place}/certificates",
    "certificates.terms": "{place}/certificates/terms",
    "lists.show": "{place}/lists",
    "figures.show": "{place}/figures",
    "figures.report": "{place}/figures/report",
    "feedback.results": "{place}/feedback",
    "feedback.report": "{place}/feedback/report",
    "feedback.questions": "{place}/feedback/questions",
    "feedback.new_question": "{place}/feedback/questions/new",
    "feedback.question": "{place}/feedback/questions/{feedback question}",
    "presence.show": "{place}/presence",
    "empty certificates": "/conferences/leer/certificates",
    "empty lists": "/conferences/leer/lists",
    "empty figures": "/conferences/leer/figures",
    "empty feedback": "/conferences/leer/feedback",
}
FOR_EVERYBODY = {
    "own_certificate.show": "/t/{code}/certificate",
    "check.find": "/check",
    "check.show": "/check/{certificate}",
    "public.figures": "/c/{key}/figures",
    "feedback.form": "/c/{key}/feedback",
    "feedback closed": "/c/leer/feedback",
}
AT_THE_DOOR = {
    "room_door.list": "/door/{key}/rooms",
    "room_door.show": "/door/{key}/rooms/{session}",
}


def places(found: dict[str, str]) -> dict[str, Place]:
    """Say where each page stands, and who looks at it."""
    return (
        looked_at_by("admin", FOR_ORGANISERS, found)
        | looked_at_by("nobody", FOR_EVERYBODY, found)
        | looked_at_by("helper", AT_THE_DOOR, found)
    )
