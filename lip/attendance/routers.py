"""The pages of attendance."""

from lip.attendance.pages import (
    certificates,
    check,
    feedback_form,
    feedback_question,
    feedback_questions,
    feedback_results,
    figures,
    lists,
    own_certificate,
    presence,
    room_door,
    room_doors,
    terms,
)

ROUTERS = (
    room_doors.router,
    room_door.router,
    certificates.router,
    terms.router,
    own_certificate.router,
    check.router,
    lists.router,
    figures.router,
    figures.public_router,
    feedback_form.router,
    feedback_results.router,
    feedback_questions.router,
    feedback_question.router,
    presence.router,
)
