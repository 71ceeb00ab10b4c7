"""One turn while this process writes its reply."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import DataError, IntegrityError, InterfaceError, OperationalError, ProgrammingError
from django.db import Error as DatabaseError

from chat import buffer, events
from chat.changes.noting import as_notice
from chat.live.feed import Feed
from chat.live.hub import Hub
from chat.live.keeping import LogKeeper, TurnLog
from chat.live.openers import keep_reply, kept_reply, said_again
from chat.live.pace import Pace
from chat.live.queueing import model_slot, wait_until
from chat.models import Variant
from chat.routes import Route
from chat.safety.heard import Heard
from chat.safety.reply_check import ReplyCheck
from chat.summaries.tasks import hint_summing_up
from chat.support.texts import held_back_text
from chat.titles.tasks import hint_naming
from chat.turns.course import LiveTurn
from chat.turns.ends import card_event, done_event, error_event
from chat.turns.finish import FIXED_MODEL, Outcome, finish_turn, fixed_outcome
from chat.turns.prepare import Ask, TurnPlan, prepare
from chat.usage.counting import answer_counted
from companion.errors import CompanionError, DrainingError, LLMError, LLMResponseError, OverloadedError
from companion.llm.chat import Completion, stream_reply
from companion.llm.embeddings import embed
from companion.replica.writes import note_write
from companion.threads import in_turn_pool
from memory.recall import without_names
from memory.tasks import hint_learning
from memory.using import mark_used

logger = logging.getLogger(__name__)

FILTERED = Completion(finish=Variant.Finish.FILTERED.value, usage=None)
FINISH_SECONDS = 600.0  # how long a database may be away before a reply is given up


class RunningTurn:
    def __init__(self, turn: LiveTurn, hub: Hub, keeper: LogKeeper, pace: Pace, heard: Heard | None = None) -> None:
        self.turn = turn
        self.hub = hub
        self.feed: Feed | None = None
        self._keeper, self._pace, self._heard = keeper, pace, heard
        self._finish = ""  # how it was told to end, if it was
        self._retry_after: float | None = None
        self._work: asyncio.Task[Completion] | None = None
        # The reply
        self._model, self._instead_of = FIXED_MODEL, ""
        self._asked: Ask | None = None  # of the model that made it
        self._memories: list[dict[str, str]] = []
        self._used: list[UUID] = []
        self._began = asyncio.get_running_loop().time()
        self._first_token_ms: int | None = None
        self._check = ReplyCheck(turn.bounds)

    # --- From outside -------------------------------------------------------------------------------------------------
    async def open(self) -> None:
        """Tell the sockets here that the message is stored and its turn runs."""
        turn, accepted = self.turn, None
        if not turn.had_to_wait:
            event = events.message_accepted(client_id=turn.client_id, message=turn.message, turn_id=turn.id)
            accepted = events.encode(event)
        card = card_event(turn)
        self.feed = await self.hub.open_turn(
            turn.id, turn.conversation_id, accepted=accepted, card=events.encode(card) if card else None
        )

    def stop(self, finish: str = Variant.Finish.STOPPED) -> None:
        """End the reply with what was said; `reply.done` follows when it is stored."""
        if not self._finish:
            self._finish = finish
            if self._work is not None:
                self._work.cancel()

    async def run(self) -> TurnLog | None:
        """Until the outcome is stored and told; answers the log that is to be closed, or None where the turn was taken over."""
        log = TurnLog(self.turn, self._fed, started=self._told_start, stop=self.stop)
        self._keeper.add(log)
        try:
            outcome = await self._reply()
            end = await self._store(outcome, log)
        finally:
            await self._keeper.remove(log)
        if end is None:
            self.hub.hand_over(self._fed)
            return None
        await self._fed.say_end(events.encode(end))
        self.hub.close_turn(self._fed)
        await in_turn_pool(self._afterwards, outcome)
        if self._asked is not None and outcome.finish == Variant.Finish.STOP and not outcome.has_minor_cue:
            await keep_reply(self.turn, self._asked, outcome.text)
        return log

    @property
    def _fed(self) -> Feed:
        assert self.feed is not None, "open() comes first"
        return self.feed

    # --- The reply ----------------------------------------------------------------------------------------------------
    async def _reply(self) -> Outcome:
        self._work = asyncio.create_task(self._stream())
        if self._finish:
            self._work.cancel()
        completion, error = Completion(finish=self._finish, usage=None), ""
        try:
            completion = await self._work
        except asyncio.CancelledError:
            if not self._finish:
                raise
        except CompanionError as failure:
            error, self._retry_after = failure.code, failure.retry_after
            logger.warning("turn %s: %s", self.turn.id, type(failure).__name__)
        except (OperationalError, InterfaceError) as failure:
            error = OverloadedError.code
            logger.warning("turn %s: the database does not answer: %s", self.turn.id, type(failure).__name__)
        except Exception:
            error = CompanionError.code
            logger.exception("turn %s failed", self.turn.id)
        finish = self._finish or (Variant.Finish.INTERRUPTED.value if error else completion.finish)
        return await self._outcome(finish, error, completion)

    async def _outcome(self, finish: str, error: str, completion: Completion) -> Outcome:
        if not self._fed.text and finish != Variant.Finish.STOPPED:
            if self.turn.fixed:
                return await self._fall_back()
            if finish != Variant.Finish.FILTERED:
                is_interrupted = finish == Variant.Finish.INTERRUPTED and not error
                error = error or (DrainingError.code if is_interrupted else LLMError.code)
                return Outcome(finish="error", error=error, retry_after=self._retry_after)
        if finish == Variant.Finish.FILTERED:
            await self._say_held_back()
        return Outcome(
            finish=finish,
            text=self._fed.text,
            model=self._model,
            memories=self._memories,
            instead_of=self._instead_of,
            usage=completion.usage,
            first_token_ms=self._first_token_ms,
            total_ms=self._elapsed_ms(),
            crossed=self._check.crossed,
            has_minor_cue=self._check.has_minor_cue,
        )

    async def _say_held_back(self) -> None:
        """Fixed words in the place of a reply that crossed where it began; on support also behind one that crossed later."""
        if not self._fed.text:
            self._model, self._memories, self._instead_of = FIXED_MODEL, [], ""
            await self._say(held_back_text())
        elif self.turn.fixed:
            await self._say(f"\n\n{self.turn.fixed}")

    async def _fall_back(self) -> Outcome:
        """On support nobody is left with an error: fixed words answer."""
        self._model, self._memories, self._instead_of = FIXED_MODEL, [], ""
        await self._say(self.turn.fixed)
        return replace(fixed_outcome(self.turn.fixed), crossed=self._check.crossed)

    async def _stream(self) -> Completion:
        if self.turn.is_fixed:
            await self._say(self.turn.fixed)
            return Completion(finish="stop", usage=None)
        words = without_names(self.turn.message.text, [self.turn.persona.name])
        vector = self._heard.vector_of(words) if self._heard else None
        if vector is None:
            vector = await embed(words, route=self.turn.route)
        plan = await self._prepare(vector)
        until = wait_until(self.turn)
        for ask in plan.asks:
            fresh = ask
            try:
                kept = await kept_reply(self.turn, ask)
                if not kept:
                    async with model_slot(self.turn, self._fed, ask.provider, until=until) as has_waited:
                        if has_waited:  # something may have been forgotten or said elsewhere meanwhile
                            fresh = (await self._prepare(vector)).of(ask.provider)
                            kept = await kept_reply(self.turn, fresh)
                        if not kept:
                            return await self._ask(fresh)
                return await self._ask(fresh, kept)
            except LLMError:
                if self._fed.text or ask is plan.asks[-1]:
                    raise
                logger.warning("turn %s: %s does not answer; the next is asked", self.turn.id, ask.provider.name)
                self._instead_of = self._instead_of or ask.provider.model
        raise LLMError

    async def _prepare(self, vector: list[float] | None) -> TurnPlan:
        plan = await in_turn_pool(prepare, turn=self.turn, vector=vector)
        if plan.changes:
            told = [
                events.conversation_changed(notice=as_notice(one) | {"before": str(one.message_id)})
                for one in plan.changes
            ]
            await self.hub.tell(self.turn.conversation_id, told)
        self._memories, self._used = plan.memories, plan.used
        self._instead_of = self._instead_of or plan.missing
        return plan

    async def _ask(self, ask: Ask, kept: str = "") -> Completion:
        """``kept``: what it made of this before; then it need not be asked."""
        self._model, self._check = ask.provider.model, ReplyCheck(self.turn.bounds)
        self._asked = None if kept else ask
        try:
            reply = said_again(kept) if kept else stream_reply(ask.provider, ask.messages)
            return await self._listen(reply, self._check)
        except LLMError:
            if not self._fed.text:
                raise
            await self._say(self._check.finish())
            if self._check.crossed is None:
                raise
            return FILTERED

    async def _listen(self, reply: AsyncGenerator[str | Completion], check: ReplyCheck) -> Completion:
        """Say what may be said; from where the reply crosses on the model isn't listened to, nor paid."""
        async with contextlib.aclosing(reply) as stream:
            async for piece in stream:
                if isinstance(piece, Completion):
                    end, released = piece, check.feed(piece.text) + check.finish()
                else:
                    end, released = None, check.feed(piece)
                await self._say(released)
                if check.crossed is not None:
                    return FILTERED
                if end is not None:
                    if not self._fed.text:
                        raise LLMResponseError
                    return end
                if released:
                    await self._pace.wait()  # what comes meanwhile goes into the next frame
        raise LLMError

    async def _say(self, piece: str) -> None:
        if not piece:
            return
        if self._fed.started is None:
            self._first_token_ms = self._elapsed_ms()
            await self._fed.say_started(events.encode(self._started_event()))
        await self._fed.say(piece)

    def _started_event(self) -> dict[str, Any]:
        return events.reply_started(
            turn_id=self.turn.id,
            message_id=self.turn.reply_id,
            variant=self.turn.variant,
            route=self.turn.route,
            model=self._model,
            memories=self._memories,
            instead_of=self._instead_of,
        )

    def _told_start(self) -> dict[str, Any] | None:
        return None if self._fed.started is None else self._started_event()

    def _elapsed_ms(self) -> int:
        return round((asyncio.get_running_loop().time() - self._began) * 1000)

    # --- The end ------------------------------------------------------------------------------------------------------
    async def _store(self, outcome: Outcome, log: TurnLog) -> dict[str, Any] | None:
        """The end event once it is committed; None when the turn was taken over. Waits for a database that is away."""
        deadline = asyncio.get_running_loop().time() + FINISH_SECONDS
        delay = 0.25
        while not log.is_lost:
            try:
                return await in_turn_pool(self._commit, outcome)
            except (DataError, IntegrityError, ProgrammingError):
                logger.exception("turn %s: its reply can't be stored", self.turn.id)
                outcome = Outcome(finish="error", error=CompanionError.code)
            except (DatabaseError, OverloadedError) as error:
                if asyncio.get_running_loop().time() >= deadline:
                    raise
                logger.warning("turn %s: waiting for the database: %s", self.turn.id, type(error).__name__)
            await asyncio.sleep(delay)
            delay = min(delay * 2, 5)
        return None

    def _commit(self, outcome: Outcome) -> dict[str, Any] | None:
        turn = self.turn
        if not finish_turn(turn=turn, outcome=outcome):
            return None
        note_write(user_id=turn.user_id)
        if outcome.finish == "error":
            return error_event(turn_id=turn.id, code=outcome.error, retry_after=outcome.retry_after)
        return done_event(
            turn=turn,
            text=outcome.text,
            finish=outcome.finish,
            usage=outcome.usage,
            first_token_ms=outcome.first_token_ms,
            total_ms=outcome.total_ms,
        )

    def _afterwards(self, outcome: Outcome) -> None:
        turn = self.turn
        if turn.is_fixed:  # nobody asked the buffer what it holds
            buffer.forget_buffer(conversation_id=turn.conversation_id)
        elif outcome.text:
            buffer.add_answered(
                turn.message, reply_id=turn.reply_id, variant=turn.variant, text=outcome.text, route=turn.route
            )
            if outcome.memories:
                mark_used(user_id=turn.user_id, memory_ids=self._used)
        hint_learning(turn.user_id, turn.persona.pk, said=turn.message.position // 2 + 1)
        hint_summing_up(turn.message.conversation)
        hint_naming(turn.message)
        if turn.route != Route.SUPPORT:
            answer_counted(user_id=turn.user_id, outcome=outcome)
