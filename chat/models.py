"""Who talks to whom, what was said, and which turn is whose."""

import uuid

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chat.carrying.rows import Import, ImportPart
from chat.changes.rows import Change
from chat.finding.words import words_of
from chat.moderation.rows import Appeal, Decision, Flag, Notice, Report, Reveal
from chat.personas.rows import Persona
from chat.querysets import ConversationQuerySet, MessageQuerySet, TurnQuerySet, VariantQuerySet
from chat.summaries.rows import FEWEST_KEPT, Summary
from chat.support.counts import SupportCount
from chat.usage.rows import PersonUsage

__all__ = [
    "Appeal",
    "Change",
    "Choice",
    "Conversation",
    "Decision",
    "Flag",
    "Import",
    "ImportPart",
    "Message",
    "Notice",
    "PersonUsage",
    "Persona",
    "Report",
    "Reveal",
    "Summary",
    "SupportCount",
    "Turn",
    "Variant",
]


class Conversation(models.Model):
    class TitleBy(models.TextChoices):
        FIRST_WORDS = "", _("the first words")
        AWAITED = "awaited", _("the first words, until a model found a better one")
        MODEL = "model", _("a model")
        PERSON = "person", _("its person")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="conversations")
    persona = models.ForeignKey(Persona, models.RESTRICT, related_name="+")
    title = models.CharField(max_length=120, blank=True)
    title_by = models.CharField(
        max_length=7,
        choices=TitleBy,
        blank=True,
        default=TitleBy.FIRST_WORDS,
        db_default="",
        help_text="Who found the title; its person's own is never written over.",
    )
    head = models.ForeignKey(
        "Message",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The newest message of the active branch.",
    )
    # What must hold whatever happens to Redis; the route and its lock lie there (sessions_ext/route_lock.py).
    route_epoch = models.PositiveIntegerField(default=0, help_text="Raised to end a lock that Redis may still hold.")
    is_held = models.BooleanField(
        default=False, db_default=False, help_text="In a route that Redis keeps; else nobody has to ask there."
    )
    support_left = models.PositiveSmallIntegerField(default=0, help_text="Messages for which support mode still holds.")
    support_until = models.DateTimeField(null=True, blank=True, help_text="Support mode holds at least until then.")
    closed_until = models.DateTimeField(null=True, blank=True, help_text="Romance and adult are shut until then.")
    has_minor_cue = models.BooleanField(default=False, help_text="Somebody in it was given an age under 18.")
    has_deleted = models.BooleanField(default=False, help_text="Something in it was deleted; Redis may still hold it.")
    unsummed = models.PositiveIntegerField(
        default=0,
        db_default=0,
        help_text="Messages behind those that its summary tells of; counted anew with each piece.",
    )
    summary_version = models.PositiveIntegerField(
        default=0,
        db_default=0,
        help_text="Raised with each change of its summary: an older one in Redis counts no more.",
    )
    # What its last reply stood on; when that is another, a line says so (chat/changes/).
    persona_version = models.PositiveIntegerField(default=1, db_default=1)
    policy_version = models.PositiveIntegerField(default=1, db_default=1)
    model = models.CharField(max_length=120, blank=True, db_default="", help_text="The usual one's name.")
    branch = models.PositiveIntegerField(
        default=0,
        db_default=0,
        help_text="Raised whenever another branch became the active one, or a message was deleted.",
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)
    seen_at = models.DateTimeField(
        default=timezone.now,
        db_default=Now(),
        editable=False,
        help_text="When its person last looked, on any device; what was said after that is unread.",
    )
    pinned_at = models.DateTimeField(null=True, blank=True, help_text="It stands above the others since then.")
    archived_at = models.DateTimeField(null=True, blank=True, help_text="It is out of the list since then.")
    deleted_at = models.DateTimeField(
        null=True,
        blank=True,
        help_text="Its person deleted it; its row goes with the last text that a human looks at.",
    )

    objects = ConversationQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["user", "-updated_at"], name="conversation_newest"),
            models.Index(fields=["unsummed"], condition=Q(unsummed__gte=FEWEST_KEPT), name="conversation_to_sum_up"),
            models.Index(fields=["updated_at"], condition=Q(title_by="awaited"), name="conversation_to_name"),
            models.Index(fields=["deleted_at"], condition=Q(deleted_at__isnull=False), name="conversations_to_erase"),
        ]

    def __str__(self) -> str:
        return str(self.id)  # the title is made of what was said; the admin and its log print this

    @property
    def is_unread(self) -> bool:
        """Something was said to its person after they last looked; what they say themselves, they have seen."""
        return self.updated_at > self.seen_at


class Message(models.Model):
    """One place in the tree of a conversation: a person's words, or a reply with its variants.

    A reply's text lies on its variants, and it has at least one finished variant from the moment it is stored.
    """

    class Role(models.TextChoices):
        USER = "user", _("person")
        ASSISTANT = "assistant", _("companion")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="messages")
    role = models.CharField(max_length=9, choices=Role)
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="children")
    parent_variant = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Which variant of the parent this follows."
    )
    position = models.PositiveIntegerField(help_text="Depth in the tree, from 0; the order within a branch.")
    is_active = models.BooleanField(default=True, help_text="On the active branch, one message for each position.")
    text = models.TextField(blank=True, help_text="A person's words, untouched. Empty for replies.")
    route = models.CharField(
        max_length=12,
        default="everyday",
        help_text="Of a person's words: which way they went; `refused` goes before no model.",
    )
    edits = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    active_variant = models.PositiveSmallIntegerField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    deleted_at = models.DateTimeField(
        null=True, blank=True, help_text="Its person deleted it; nobody talks of it again."
    )
    erased_at = models.DateTimeField(
        null=True, blank=True, help_text="When its text went; until then a human looks at it."
    )

    objects = MessageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "position"], condition=Q(is_active=True), name="one_active_message_a_position"
            ),
        ]
        indexes = [
            models.Index(
                fields=["deleted_at"], condition=Q(deleted_at__isnull=False, erased_at=None), name="messages_to_erase"
            ),
            GinIndex(words_of("text"), condition=Q(role="user"), name="message_composed_words"),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Variant(models.Model):
    """One wording of a reply, final."""

    class Finish(models.TextChoices):
        STOP = "stop", _("finished")
        LENGTH = "length", _("reached the length limit")
        STOPPED = "stopped", _("stopped by the person")
        INTERRUPTED = "interrupted", _("interrupted")
        FILTERED = "filtered", _("filtered")

    message = models.ForeignKey(Message, models.CASCADE, related_name="variants")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    finish = models.CharField(max_length=12, choices=Finish)
    route = models.CharField(max_length=12)
    model = models.CharField(max_length=120)
    instead_of = models.CharField(max_length=120, blank=True, help_text="The model that could not be reached.")
    memories = models.JSONField(default=list, help_text='What was put before the model: [{"id", "why"}].')
    usage = models.JSONField(null=True, blank=True)
    first_token_ms = models.PositiveIntegerField(null=True, blank=True)
    total_ms = models.PositiveIntegerField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = VariantQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "number"], name="one_variant_a_number")]
        indexes = [GinIndex(words_of("text"), name="variant_composed_words")]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.message_id}/{self.number}"


class Choice(models.Model):
    """That a person went to another branch: no turn tells of it, and the same frame must never do it twice."""

    # No index of its own: one_choice_a_client_id begins with it.
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="+", db_index=False)
    client_id = models.UUIDField()
    request_hash = models.CharField(max_length=64, help_text="As of a turn.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation", "client_id"], name="one_choice_a_client_id"),
        ]

    def __str__(self) -> str:
        return str(self.client_id)


class Turn(models.Model):
    """One message and its answer, while it runs and for ever after; the truth about who writes it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting for age")
        RUNNING = "running", _("running")
        DONE = "done", _("done")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="turns")
    message = models.ForeignKey(
        Message, models.CASCADE, related_name="turns", help_text="The person's message that is answered."
    )
    client_id = models.UUIDField()
    request_hash = models.CharField(
        max_length=64, help_text="SHA-256 of the frame's content: the same client_id with other content is refused."
    )
    reply_id = models.UUIDField(help_text="The reply's message id, known before the reply is stored.")
    variant = models.PositiveSmallIntegerField(default=0)
    route = models.CharField(max_length=12, default="everyday")
    label = models.CharField(max_length=16, default="safe", help_text="What the message was taken for.")
    reason = models.CharField(max_length=16, blank=True, help_text="Why it was refused or declined.")
    card = models.JSONField(null=True, blank=True, help_text="The help that was shown with it: text and resources.")
    had_to_wait = models.BooleanField(default=False, help_text="The person was asked for their age first.")
    state = models.CharField(max_length=7, choices=State, default=State.RUNNING)
    owner = models.CharField(max_length=80, help_text="The instance that writes the reply.")
    fence = models.PositiveIntegerField(
        default=1, help_text="Raised with each change of owner; a writer with an older one writes nothing."
    )
    partial = models.JSONField(
        null=True, blank=True, help_text="The reply so far and its start, only while Redis can't hold them."
    )
    finish = models.CharField(
        max_length=12, blank=True, help_text="The variant's finish, or `error`, `refused`, `declined`."
    )
    error = models.CharField(max_length=16, blank=True, help_text="The error's code where finish is `error`.")
    text_length = models.PositiveIntegerField(
        default=0, help_text="Code points of the stored reply; 0 when none was stored."
    )
    started_at = models.DateTimeField(default=timezone.now, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = TurnQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation", "client_id"], name="one_turn_a_client_id"),
            models.UniqueConstraint(
                fields=["conversation"], condition=Q(state="running"), name="one_running_turn_a_conversation"
            ),
            models.UniqueConstraint(
                fields=["conversation"], condition=Q(state="waiting"), name="one_waiting_turn_a_conversation"
            ),
        ]
        indexes = [models.Index(fields=["state"], condition=~Q(state="done"), name="turns_not_done")]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def is_refused(self) -> bool:
        return self.finish in {"refused", "declined"}

    @property
    def has_reply(self) -> bool:
        return self.state == self.State.DONE and self.text_length > 0
