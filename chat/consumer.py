"""The socket of one conversation: speaks the wire contract (``docs/protocol.md``) and nothing else."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any
from uuid import UUID

from channels.consumer import get_handler_name
from channels.generic.websocket import AsyncWebsocketConsumer
from django.db import Error as DatabaseError

from chat import events
from chat.guard import SocketGuard
from chat.live import log
from chat.live.seat import Seat
from chat.live.service import live
from chat.models import Conversation, Turn
from chat.protocol import (
    Beginning,
    Changing,
    ChooseBranch,
    EditMessage,
    Frame,
    Ping,
    RegenerateReply,
    ReleaseLock,
    Resume,
    SendMessage,
    StopReply,
    parse_frame,
)
from chat.state import ConversationState, conversation_state, standing_part, turn_of_user
from chat.support.region import region_from_accept_language
from chat.turns.earlier import Duplicate
from chat.turns.release import release_lock
from companion.errors import CompanionError, InvalidFrameError, OverloadedError, SignedOutError
from companion.health import Drain
from companion.redis import STATE_ERRORS
from companion.sessions import header, session_key_from_cookies, user_for_session
from companion.threads import in_turn_pool

logger = logging.getLogger(__name__)

CLOSE_SIGNED_OUT, CLOSE_NOT_FOUND, CLOSE_SILENT, CLOSE_TOO_MANY, CLOSE_DRAINING = 4401, 4404, 4408, 4429, 4503
SILENCE_SECONDS = 90.0


class ConversationConsumer(AsyncWebsocketConsumer):
    # No channel of its own: one for the process brings the hints (chat/live/hub.py), and a socket opens without Redis.
    channel_layer_alias = "none"
    user_id: int
    seat: Seat | None = None
    guard: SocketGuard | None = None
    silence: asyncio.TimerHandle | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:  # also when a handler failed, and nobody is told of the disconnect
            if self.guard is not None:
                await self.guard.leave()

    async def connect(self) -> None:
        # Accepted first: a browser can read a close code, but not why a handshake was refused.
        await self.accept()
        if Drain.is_draining:
            await self.close(code=CLOSE_DRAINING)
            return
        try:
            await self._take_seat()
        except (DatabaseError, OverloadedError) as error:
            logger.warning("a socket could not be opened: %s", type(error).__name__)
            await self.send_event(events.error(OverloadedError(retry_after=2)))
            await self.close(code=CLOSE_DRAINING)  # "connect again": there is no closer code that a client acts on

    async def _take_seat(self) -> None:
        self.session_key = session_key_from_cookies(header(self.scope, b"cookie")) or ""
        user = await in_turn_pool(user_for_session, self.session_key) if self.session_key else None
        if user is None:
            await self.close(code=CLOSE_SIGNED_OUT)
            return
        self.user_id = user.pk
        self.region = user.region or region_from_accept_language(header(self.scope, b"accept-language"))
        self.guard = SocketGuard(user.pk)
        if not await self.guard.enter():
            await self.close(code=CLOSE_TOO_MANY)
            return
        self.conversation_id: UUID = self.scope["url_route"]["kwargs"]["conversation_id"]
        self._heard()
        # Seated before the state is read: what happens in between is held back, not missed.
        seat = Seat(
            user_id=user.pk,
            conversation_id=self.conversation_id,
            send=self._send_text,
            close=self._close_with,
            look=self._look_again,
        )
        try:
            self.seat = seat
            hub = live().hub
            hub.join(seat)
            state = await self._state()
        except Conversation.DoesNotExist:
            await self.close(code=CLOSE_NOT_FOUND)
            return
        await self._tell_state(state)
        await hub.settle(seat, state.known_turns)
        await self._go_on(state)

    async def _state(self) -> ConversationState:
        state = await in_turn_pool(conversation_state, user_id=self.user_id, conversation_id=self.conversation_id)
        if state.running is not None:
            state.event["turn"]["text_length"] = await self._text_length(state.running)
        return state

    async def _tell_state(self, state: ConversationState) -> None:
        self._told = standing_part(state.event)
        await self.send_event(state.event)

    async def _look_again(self) -> None:
        """Somewhere this person, or this conversation's route, changed: may the socket stay, and what is it told?"""
        try:
            if await in_turn_pool(user_for_session, self.session_key) is None:
                await self.close(code=CLOSE_SIGNED_OUT)
                return
            state = await self._state()
        except Conversation.DoesNotExist:
            await self.close(code=CLOSE_NOT_FOUND)
            return
        except (DatabaseError, OverloadedError) as error:
            logger.warning("a socket could not look again: %s", type(error).__name__)
            return
        if standing_part(state.event) != self._told:
            await self._tell_state(state)
        await self._go_on(state)

    async def _go_on(self, state: ConversationState) -> None:
        """What waits for an age goes on with the first socket that is there once it is known."""
        if state.waiting is not None:
            await live().runner.go_on(user_id=self.user_id, conversation_id=self.conversation_id, region=self.region)

    async def disconnect(self, code: int) -> None:
        if self.silence is not None:
            self.silence.cancel()
        if self.seat is not None:
            live().hub.leave(self.seat)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        self._heard()
        if self.seat is None or self.guard is None or self.guard.is_shut:
            return  # the socket is being closed
        if not await self.guard.lets_speak():
            await self.close(code=CLOSE_TOO_MANY)
            return
        try:
            # Channels waits for this before it reads on, so nothing here streams.
            await self._act(parse_frame(text_data))
        except SignedOutError:
            await self.close(code=CLOSE_SIGNED_OUT)
        except CompanionError as error:
            await self.send_event(events.error(error))

    async def _act(self, frame: Frame) -> None:
        if isinstance(frame, (StopReply, Resume, ReleaseLock)):  # admit looks by itself
            await self._must_be_signed_in()
        match frame:
            case SendMessage() | EditMessage() | RegenerateReply():
                await self._change(frame, self._begin(frame))
            case ChooseBranch():
                await self._change(frame, self._choose(frame))
            case StopReply():
                await self._about_turn(frame.turn, self._stop(frame.turn))
            case Resume():
                await self._about_turn(frame.turn, self._resume(frame))
            case Ping():
                await self.send_event(events.pong(frame.n))
            case ReleaseLock():
                await self._release()

    async def _must_be_signed_in(self) -> None:
        """The session may have ended since, unheard of while Redis was away. Raises SignedOutError."""
        try:
            user = await in_turn_pool(user_for_session, self.session_key)
        except Exception as error:
            raise self._unforeseen(error) from error
        if user is None:
            raise SignedOutError

    async def _change(self, frame: Changing, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Conversation.DoesNotExist:
            await self.close(code=CLOSE_NOT_FOUND)
        except CompanionError as error:
            error.client_id = frame.client_id
            raise
        except Exception as error:
            raise self._unforeseen(error, client_id=frame.client_id) from error

    async def _begin(self, frame: Beginning) -> None:
        assert self.seat is not None, "receive() looks"
        admitted = await live().runner.begin(**self._who, frame=frame, region=self.region)
        if isinstance(admitted, Duplicate):
            accepted = events.message_accepted(
                client_id=frame.client_id, message=admitted.message, turn_id=admitted.turn_id, duplicate=True
            )
            await self.send_event(accepted)
            await self._about_turn(admitted.turn_id, live().hub.listen(self.seat, admitted.turn_id))

    async def _choose(self, frame: ChooseBranch) -> None:
        chosen = await live().runner.choose(**self._who, frame=frame)
        if chosen.answer is not None:
            await self.send_event(chosen.answer)

    @property
    def _who(self) -> dict[str, Any]:
        return {
            "user_id": self.user_id,
            "session_key": self.session_key,
            "conversation_id": self.conversation_id,
        }

    async def _stop(self, turn_id: UUID) -> None:
        assert self.seat is not None, "receive() looks"
        turn = await in_turn_pool(
            turn_of_user, user_id=self.user_id, conversation_id=self.conversation_id, turn_id=turn_id
        )
        if turn.state == Turn.State.WAITING:
            await live().runner.decline(user_id=self.user_id, conversation_id=self.conversation_id, turn_id=turn_id)
        elif turn.state == Turn.State.DONE:
            await live().hub.tell_end(self.seat, turn_id)
        elif not live().runner.stop(turn_id):
            await log.ask_to_stop(turn_id)

    async def _resume(self, frame: Resume) -> None:
        assert self.seat is not None, "receive() looks"
        await in_turn_pool(turn_of_user, user_id=self.user_id, conversation_id=self.conversation_id, turn_id=frame.turn)
        await live().hub.listen(self.seat, frame.turn, offset=frame.offset)

    async def _release(self) -> None:
        try:
            is_changed = await in_turn_pool(release_lock, user_id=self.user_id, conversation_id=self.conversation_id)
        except Conversation.DoesNotExist:
            await self.close(code=CLOSE_NOT_FOUND)
            return
        except CompanionError:
            raise
        except Exception as error:
            raise self._unforeseen(error) from error
        if is_changed:
            await live().hub.state_changed(self.conversation_id)

    async def _about_turn(self, turn_id: UUID, work: Any) -> None:
        try:
            await work
        except Turn.DoesNotExist as missing:
            failure = InvalidFrameError()
            failure.turn = turn_id
            raise failure from missing
        except CompanionError as error:
            error.turn = turn_id
            raise
        except Exception as error:
            raise self._unforeseen(error, turn=turn_id) from error

    def _unforeseen(
        self, error: Exception, *, client_id: UUID | None = None, turn: UUID | None = None
    ) -> CompanionError:
        """What the client is told where the database, Redis, or we ourselves failed."""
        if isinstance(error, (DatabaseError, *STATE_ERRORS)):
            logger.warning("a frame failed: %s", type(error).__name__)
            failure: CompanionError = OverloadedError(retry_after=2)
        else:
            logger.error("a frame failed", exc_info=error)
            failure = CompanionError()
        failure.client_id, failure.turn = client_id, turn
        return failure

    async def _text_length(self, turn_id: UUID) -> int:
        feed = live().hub.feed_of(turn_id)
        if feed is not None:
            return len(feed.text)
        try:
            return len(await log.text_so_far(turn_id))
        except STATE_ERRORS:
            return 0  # only a hint of how much is to come; the resume tells

    async def dispatch(self, message: dict[str, Any]) -> None:
        """As Channels' own, without its visit to the process's one shared thread: our connections live in the turn pool."""
        await getattr(self, get_handler_name(message))(message)

    # --- Sending ------------------------------------------------------------------------------------------------------
    async def send_event(self, event: events.Event) -> None:
        await self._send_text(events.encode(event))

    async def _send_text(self, frame: str) -> None:
        await self.send(text_data=frame)

    async def _close_with(self, code: int) -> None:
        await self.close(code=code)

    def _heard(self) -> None:
        """A client that says nothing for 90 s is gone; the timer runs on and looks when it ends, so a frame costs nothing."""
        loop = asyncio.get_running_loop()
        self._last_heard = loop.time()
        if self.silence is None:
            self.silence = loop.call_later(SILENCE_SECONDS, self._look_for_silence)

    def _look_for_silence(self) -> None:
        loop = asyncio.get_running_loop()
        left = self._last_heard + SILENCE_SECONDS - loop.time()
        if left > 0:
            self.silence = loop.call_later(left, self._look_for_silence)
        else:
            self._closing = loop.create_task(self.close(code=CLOSE_SILENT))
