"""Who is connected to which conversation in this process, and how news reaches them."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Coroutine, Iterable, Sequence
from typing import Any
from uuid import UUID

from channels.layers import get_channel_layer

from chat import events
from chat.live import news
from chat.live.feed import Feed
from chat.live.follow import Follower
from chat.live.news import ChangesReader, News
from chat.live.seat import Seat
from chat.turns.ends import told_by_rows
from companion import redis
from companion.health import INSTANCE
from companion.redis import STATE_ERRORS
from companion.threads import in_turn_pool

logger = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
LISTEN_SECONDS = 10.0  # then the connection is looked after, and listened to again
ALIVE_SECONDS = 5.0
SPREAD_SECONDS = 2.0
CLOSE_DRAINING = 4503
REMEMBERED = 4096  # ended turns and told events, so that late news of them stays quiet


class Recent:
    """The last things seen, oldest forgotten first."""

    def __init__(self) -> None:
        self._seen: OrderedDict[object, None] = OrderedDict()

    def __contains__(self, item: object) -> bool:
        return item in self._seen

    def add(self, item: object) -> None:
        self._seen[item] = None
        if len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)


class Hub:
    def __init__(self) -> None:
        self._seats: dict[UUID, set[Seat]] = {}
        self._feeds: dict[UUID, Feed] = {}
        self._followers: dict[UUID, tuple[Follower, asyncio.Task[None]]] = {}
        self._recent = Recent()
        self._groups: set[UUID] = set()
        self._regroup = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._looks: set[asyncio.Task[None]] = set()
        self._is_deaf = False  # news may be lost meanwhile, also that somebody signed out

    # --- Life ---------------------------------------------------------------------------------------------------------
    def start(self) -> None:
        self._tasks = [
            asyncio.create_task(loop())
            for loop in (self._keep_groups, self._listen_to_news, self._look_for_changes, self._say_alive)
        ]

    async def stop(self) -> None:
        tasks = [*self._tasks, *self._looks, *(task for _, task in self._followers.values())]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # --- Sockets ------------------------------------------------------------------------------------------------------
    def join(self, seat: Seat) -> None:
        self._seats.setdefault(seat.conversation_id, set()).add(seat)
        self._regroup.set()

    async def settle(self, seat: Seat, known_turns: list[UUID]) -> None:
        """The socket was told its state: from here on it hears what happens, and first what happened meanwhile."""
        for item in seat.settle(known_turns):
            if isinstance(item, str):
                await seat.send_frame(item)
            else:
                await self.listen(seat, item, with_accepted=True)
        if seat.has_missed_a_change:
            await seat.look_again()

    def leave(self, seat: Seat) -> None:
        seats = self._seats.get(seat.conversation_id, set())
        seats.discard(seat)
        if not seats:
            self._seats.pop(seat.conversation_id, None)
            self._regroup.set()
        for feed in self._feeds.values():
            feed.detach(seat)

    async def send_away(self) -> None:
        """Close every socket with "this instance drains", spread, so that they don't all arrive elsewhere at once."""
        seats = self._all_seats()
        for seat in seats:
            await seat.close(CLOSE_DRAINING)
            await asyncio.sleep(SPREAD_SECONDS / len(seats))

    async def listen(self, seat: Seat, turn_id: UUID, *, offset: int = 0, with_accepted: bool = False) -> None:
        """Tell a socket a turn from ``offset`` on, and the rest live if it runs. Raises Turn.DoesNotExist."""
        feed = self._feeds.get(turn_id)
        if feed is None:
            told = await in_turn_pool(told_by_rows, turn_id=turn_id)
            if told.end is not None:
                if with_accepted:
                    await seat.send_frame(events.encode(told.accepted))
                if told.card is not None:
                    await seat.send_frame(events.encode(told.card))
                if told.started is not None:
                    await seat.send_frame(events.encode(told.started))
                if offset < len(told.text):
                    delta = events.reply_delta(turn_id=turn_id, offset=offset, text=told.text[offset:])
                    await seat.send_frame(events.encode(delta))
                await seat.send_frame(events.encode(told.end))
                return
            feed = self._feeds.get(turn_id) or self._new_feed(turn_id, seat.conversation_id)
        await feed.attach(seat, offset=offset, with_accepted=with_accepted)
        self._follow(feed)

    async def tell_end(self, seat: Seat, turn_id: UUID) -> None:
        """How an ended turn ended, to one asker. Raises Turn.DoesNotExist."""
        told = await in_turn_pool(told_by_rows, turn_id=turn_id)
        if told.end is not None:
            await seat.send_frame(events.encode(told.end))

    # --- Turns --------------------------------------------------------------------------------------------------------
    def feed_of(self, turn_id: UUID) -> Feed | None:
        return self._feeds.get(turn_id)

    async def open_turn(self, turn_id: UUID, conversation_id: UUID, *, accepted: str | None, card: str | None) -> Feed:
        """A turn that this process writes begins: its conversation's sockets listen to it from now on."""
        feed = self._feeds.get(turn_id) or self._new_feed(turn_id, conversation_id)
        feed.is_local = True
        # A socket that asked for the turn before it began here listens already.
        if accepted is not None:
            await feed.say_accepted(accepted)
        if card is not None:
            await feed.say_card(card)
        await self._attach_seats(feed)
        return feed

    def close_turn(self, feed: Feed) -> None:
        self._recent.add(feed.turn_id)
        self._feeds.pop(feed.turn_id, None)

    def hand_over(self, feed: Feed) -> None:
        """This process lost the turn; its sockets hear the end from the log."""
        feed.is_local = False
        self._follow(feed)

    def _new_feed(self, turn_id: UUID, conversation_id: UUID) -> Feed:
        feed = self._feeds[turn_id] = Feed(turn_id, conversation_id)
        return feed

    async def _attach_seats(self, feed: Feed) -> None:
        for seat in list(self._seats.get(feed.conversation_id, ())):
            if seat.wants(feed.turn_id):
                await feed.attach(seat, with_accepted=True)

    def _follow(self, feed: Feed) -> None:
        if feed.is_local or feed.turn_id in self._followers or self._feeds.get(feed.turn_id) is not feed:
            return
        if not feed.has_listeners:
            self._feeds.pop(feed.turn_id)
            return
        follower = Follower(feed)
        task = asyncio.create_task(follower.run())
        self._followers[feed.turn_id] = (follower, task)
        task.add_done_callback(lambda done: self._followed(feed, done))

    def _followed(self, feed: Feed, task: asyncio.Task[None]) -> None:
        self._followers.pop(feed.turn_id, None)
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.error("following a turn failed", exc_info=error)
        if feed.is_local:
            return
        if feed.end is not None:
            self.close_turn(feed)
        elif feed.has_listeners and not task.cancelled() and error is None:
            self._follow(feed)  # somebody came while it was giving up
        else:
            self._feeds.pop(feed.turn_id, None)

    # --- News ---------------------------------------------------------------------------------------------------------
    async def tell(self, conversation_id: UUID, told: Sequence[events.Event]) -> None:
        """Events that belong to no running turn, to all sockets of a conversation, on every instance."""
        item = News(kind="events", conversation=str(conversation_id), frames=[events.encode(event) for event in told])
        await self._tell(item)

    async def state_changed(self, conversation_id: UUID) -> None:
        """The route, lock or waiting turn of a conversation changed: its sockets look, on every instance."""
        await self._tell(News(kind="state", conversation=str(conversation_id)))

    async def _tell(self, item: News) -> None:
        await self.hear(item)
        try:
            await news.tell(item)
        except STATE_ERRORS as error:
            logger.warning("other instances could not be told: %s", type(error).__name__)

    async def hear(self, item: News, *, seconds_ago: float = 0.0) -> None:
        """News of this or another instance, perhaps for the second time, and perhaps late."""
        match item.kind:
            case "account":
                if self._is_fresh(item):
                    self._look_again(self._seats_of(item.user))
            case "person":
                if self._is_fresh(item):
                    await self._tell_all(self._seats_of(item.user), item, seconds_ago)
            case _ if item.conversation_id not in self._seats:
                return
            case "state":
                if self._is_fresh(item):
                    self._look_again(self._seats[item.conversation_id])
            case "events":
                if self._is_fresh(item):
                    await self._tell_all(self._seats[item.conversation_id], item, seconds_ago)
            case _:
                await self._hear_of_turn(item)

    async def _tell_all(self, seats: Iterable[Seat], item: News, seconds_ago: float) -> None:
        happened = asyncio.get_running_loop().time() - seconds_ago
        # Who came later read a state that knows of it; told now, it would look as if it held still.
        for seat in [one for one in seats if one.joined_at <= happened]:
            await self._tell_seat(seat, item.frames)

    async def _tell_seat(self, seat: Seat, frames: Sequence[str]) -> None:
        try:
            for frame in frames:
                await seat.tell(frame)
        except Exception:
            # It is just closing, and must cost neither the others their news nor a turn its start.
            logger.warning("a socket could not be written to", exc_info=True)

    def _is_fresh(self, item: News) -> bool:
        if item.id in self._recent:
            return False
        self._recent.add(item.id)
        return True

    def _all_seats(self) -> list[Seat]:
        return [seat for seats in self._seats.values() for seat in seats]

    def _seats_of(self, user_id: int) -> list[Seat]:
        return [seat for seat in self._all_seats() if seat.user_id == user_id]

    def _look_again(self, seats: Iterable[Seat]) -> None:
        """Each looks on its own time: one slow look holds up nobody's news."""
        for seat in list(seats):
            self._look(seat.look_again())

    async def _look_after_all(self) -> None:
        """What was told while Redis was away reached nobody. One after the other: there may be thousands."""
        for seat in self._all_seats():
            try:
                await seat.look_again()
            except Exception:
                logger.exception("a socket could not look again")

    def _look(self, look: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(look)
        self._looks.add(task)
        task.add_done_callback(self._looked)

    def _looked(self, task: asyncio.Task[None]) -> None:
        self._looks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.error("a socket could not look again", exc_info=error)

    async def _hear_of_turn(self, item: News) -> None:
        turn_id = UUID(item.turn)
        feed = self._feeds.get(turn_id)
        if feed is None:
            if turn_id in self._recent:
                return
            feed = self._new_feed(turn_id, item.conversation_id)
            await self._attach_seats(feed)
        if feed.is_local:
            return
        self._follow(feed)
        if turn_id in self._followers:
            self._followers[turn_id][0].nudge(is_over=item.kind == "ended")

    async def _keep_groups(self) -> None:
        """The channel layer's groups follow the sockets; what failed is tried again."""
        layer = get_channel_layer()
        channel = await layer.new_channel("hub.")
        receiver = asyncio.create_task(self._receive(layer, channel))
        try:
            while True:
                self._regroup.clear()
                try:
                    for gone in self._groups - self._seats.keys():
                        await layer.group_discard(news.group(gone), channel)
                        self._groups.discard(gone)
                    for come in self._seats.keys() - self._groups:
                        await layer.group_add(news.group(come), channel)
                        self._groups.add(come)
                    await self._regroup.wait()
                except STATE_ERRORS:
                    logger.warning(
                        "the channel layer can't be reached; hints wait, changes are read every %s s", LOOK_SECONDS
                    )
                    await asyncio.sleep(LOOK_SECONDS)
        finally:
            receiver.cancel()

    async def _receive(self, layer: Any, channel: str) -> None:
        while True:
            try:
                message = await layer.receive(channel)
            except STATE_ERRORS:
                logger.warning("hints can't be received")
                await asyncio.sleep(LOOK_SECONDS)
                continue
            await self._hear_carefully(news.from_hint(message))

    async def _listen_to_news(self) -> None:
        has_failed = False
        while True:
            try:
                async with redis.channel() as channel:
                    await channel.subscribe(news.CHANNEL)
                    # What happened while nobody listened was missed, also a second outage.
                    self._is_deaf, has_failed = self._is_deaf or has_failed, False
                    while True:
                        message = await channel.get_message(ignore_subscribe_messages=True, timeout=LISTEN_SECONDS)
                        if message is not None and not news.is_own(message["data"]):
                            await self._hear_carefully(news.decode(message["data"]))
            except STATE_ERRORS:
                self._is_deaf = has_failed = True
                logger.warning("news can't be heard; changes are read every %s s", LOOK_SECONDS)
                await asyncio.sleep(LOOK_SECONDS)

    async def _look_for_changes(self) -> None:
        reader = ChangesReader()
        while True:
            try:
                fresh = await reader.new()
                if self._is_deaf:
                    self._is_deaf = False
                    self._look(self._look_after_all())
                for item, seconds_ago in fresh:
                    await self._hear_carefully(item, seconds_ago=seconds_ago)
            except STATE_ERRORS:
                self._is_deaf = True
                logger.warning("changes can't be read")
            await asyncio.sleep(LOOK_SECONDS)

    async def _hear_carefully(self, item: News, *, seconds_ago: float = 0.0) -> None:
        if item.by == INSTANCE:
            return
        try:
            await self.hear(item, seconds_ago=seconds_ago)
        except Exception:
            logger.exception("news could not be passed on")

    async def _say_alive(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(1)
            for feed in list(self._feeds.values()):
                if feed.end is None and loop.time() - feed.last_said >= ALIVE_SECONDS:
                    await feed.say_alive()
