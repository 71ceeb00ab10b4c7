"""The ribbon, the cards and the lines between the words, in the real page; the server's part is played by the test."""

import pytest
from playwright.async_api import expect

from tests.browser.stage import HELP, STATE
from tests.browser.test_talking import STATE as STATE_WORDS

PARTS = [
    ("116 123", [["call", "tel:116123", "116 123"]]),
    ("0800 111 0 111; 116 123", [["call", "tel:08001110111", "0800 111 0 111"], ["call", "tel:116123", "116 123"]]),
    ("+44 20 7946 0000", [["call", "tel:+442079460000", "+44 20 7946 0000"]]),
    ("text SHOUT to 85258", [["text", "sms:85258?body=SHOUT", "SHOUT to 85258"]]),
    ("text 0477 13 11 14", [["text", "sms:0477131114", "0477 13 11 14"]]),
    ("988 (call or text)", [["call", "tel:988", "988"], ["text", "sms:988", "988"]]),
    ("999 or 112", [["call", "tel:999", "999"], ["call", "tel:112", "112"]]),
    ("190 (police); ambulance 107", [["call", "tel:190", "190"], ["call", "tel:107", "107"]]),
    ("WhatsApp (61) 99611-0100", [[None, None, "WhatsApp (61) 99611-0100"]]),
    ("WhatsApp 600 000 016", [[None, None, "WhatsApp 600 000 016"]]),
    ("earlier number 020-50 50 50", [[None, None, "earlier number 020-50 50 50"]]),
    ("#8891", [[None, None, "#8891"]]),
    ("116 123 in the evening", [[None, None, "116 123 in the evening"]]),
    ("javascript:alert(1)", [[None, None, "javascript:alert(1)"]]),
    ("1", [[None, None, "1"]]),
    ("", []),
]


async def test_only_what_is_plainly_a_number_becomes_a_link(tab):
    await tab.goto("/")
    found = await tab.evaluate(
        """async contacts => {
            const {contactParts} = await import("/static/js/contacts.js");
            return contacts.map(contact => contactParts(contact).map(part => [part.how, part.href ?? null, part.words]));
        }""",
        [contact for contact, _ in PARTS],
    )
    assert found == [parts for _, parts in PARTS]


async def test_waits_are_said_in_words_that_stay_true_for_a_while(tab):
    await tab.goto("/")
    said = await tab.evaluate(
        """async () => {
            const {inWords} = await import("/static/js/waits.js");
            return [0.2, 3.1, 10, 34, 61, 3000, 4000, 9000].map(inWords);
        }"""
    )
    assert said == [
        "in a second", "in 4 seconds", "in 10 seconds", "in about 40 seconds", "in about 2 minutes", "in about 50 minutes",
        "in about an hour", "in about 3 hours",
    ]  # fmt: skip


async def test_the_ribbon_tells_the_route_and_one_tap_leaves_it(stage):
    ribbon, aloud = stage.page.locator("#ribbon"), stage.page.locator("#aloud")
    await expect(ribbon).to_be_hidden()
    stage.now(route="romance")
    await expect(ribbon).to_have_text("Romance Leave", use_inner_text=True)
    await expect(aloud).to_have_text("Romance. The ribbon at the top leaves it.")
    stage.now(route="adult", lock={"route": "adult", "remaining": 5})
    await expect(ribbon).to_contain_text("5 more messages")
    stage.now(lock={"route": "adult", "remaining": 1})
    await expect(ribbon).to_contain_text("1 more message")
    await ribbon.focus()
    await stage.page.keyboard.press("Enter")
    assert await stage.sent_frame("lock.release") == {"type": "lock.release"}
    stage.now(route="everyday", lock=None)
    await expect(ribbon).to_be_hidden()
    await expect(aloud).to_have_text("Everyday again.")
    await expect(stage.page.locator("#text")).to_be_focused()


async def test_support_is_a_band_that_leads_back_to_everyday(stage):
    stage.now(route="support")
    await expect(stage.page.locator("#ribbon")).to_be_hidden()
    await stage.page.get_by_role("button", name="Back to everyday").click()
    await stage.sent_frame("lock.release")
    stage.now(route="everyday")
    await expect(stage.page.locator("#band")).to_be_hidden()


async def test_a_later_state_does_not_resume_a_turn_that_is_heard(stage):
    message, turn = await stage.say("Good evening")
    running = {"turn": turn, "message": message, "text_length": 0}
    stage.now(route="romance", turn=running)
    await expect(stage.page.locator("#ribbon")).to_be_visible()
    await stage.reply(turn, "Good evening to you.")
    assert not [frame for frame in stage.sent if frame["type"] == "resume"]
    await expect(stage.page.locator(".reply .words")).to_have_text("Good evening to you.")


async def test_after_a_reconnect_the_first_state_resumes_what_runs(stage):
    message, turn = await stage.say("Good evening")
    stage.state = {**STATE, "turn": {"turn": turn, "message": message, "text_length": 0}}
    await stage.page.route("**/messages/**", lambda route: route.fulfill(json={"messages": [], "more": False}))
    await stage.sockets[-1].close(code=4503)
    assert await stage.sent_frame("resume") == {"type": "resume", "turn": turn, "offset": 0}


async def test_help_stands_first_and_can_be_tapped(stage):
    message, turn = await stage.say("words")
    stage.tell("crisis.support", turn=turn, message=message, text="You are not alone.\n\nPlease call.", resources=HELP)
    card = stage.page.locator(f"#m-{message} .support")
    await expect(card.locator(".card-words p")).to_have_text(["You are not alone.", "Please call."])
    await expect(card.get_by_role("link", name="Call 116 123")).to_have_attribute("href", "tel:116123")
    await expect(card.get_by_role("link", name="Text SHOUT to 85258")).to_have_attribute("href", "sms:85258?body=SHOUT")
    await expect(card.get_by_role("link", name="Website Samaritans")).to_have_attribute("rel", "noopener noreferrer")
    await expect(card.locator(".helper-name")).to_have_text([one["name"] for one in HELP])
    await expect(stage.page.locator("#aloud")).to_have_text("You are not alone.\n\nPlease call.")


async def test_a_long_answer_does_not_push_help_out_of_sight(stage):
    await stage.page.set_viewport_size({"width": 390, "height": 844})
    message, turn = await stage.say("words")
    stage.tell("crisis.support", turn=turn, message=message, text="Please call.", resources=HELP)
    await stage.reply(turn, "a long answer " * 200)
    await expect(stage.page.get_by_role("link", name="Call 999")).to_be_in_viewport()
    await expect(stage.page.get_by_role("link", name="Call 116 123")).to_be_in_viewport()
    await stage.say("and the next message is followed again")
    await expect(stage.page.locator(".own").last).to_be_in_viewport()


async def test_a_message_waits_for_an_age_and_goes_on_by_itself(stage):
    message, turn = await stage.say("words")
    stage.tell("age.required", turn=turn, url="/age/", message=message, text="This is for adults.")
    stage.now(waiting=turn)
    card = stage.page.locator(f"#m-{message} .age")
    await expect(card).to_contain_text("This is for adults.")
    path = stage.page.url.split("/", 3)[3]
    link = card.get_by_role("link", name="Confirm your age")
    assert (await link.evaluate("link => link.href")).endswith(f"/age/?next=%2F{path.replace('/', '%2F')}")
    await expect(stage.page.locator(STATE_WORDS)).to_have_text("Waiting for you to confirm your age.")
    await expect(stage.page.locator(".reply")).to_have_count(0)
    stage.now(waiting=None, age_verified=True, route="adult", lock={"route": "adult", "remaining": 5})
    await expect(card).to_have_count(0)
    await stage.reply(turn, "It goes on.")
    await expect(stage.page.locator(STATE_WORDS)).to_be_empty()


async def test_a_waiting_turn_that_another_connection_set_going_is_asked_for(stage):
    message, turn = await stage.say("words")
    stage.tell("age.required", turn=turn, url="/age/", message=message, text="")
    stage.state = {**STATE, "waiting": turn}
    history = [{"id": message, "role": "user", "text": "words", "created_at": "2026-11-23T19:05:00+00:00", "turn": turn,
                "outcome": "waiting", "waiting_url": "/age/", "refusal": None, "support": None}]  # fmt: skip
    await stage.page.route("**/messages/**", lambda route: route.fulfill(json={"messages": history, "more": False}))
    await stage.sockets[-1].close(code=4503)
    await expect(stage.page.locator(STATE_WORDS)).to_have_text("Waiting for you to confirm your age.")
    await expect(stage.page.locator(".age")).to_have_count(1)
    assert not [frame for frame in stage.sent if frame["type"] == "resume"]
    stage.now(waiting=None, turn={"turn": turn, "message": message, "text_length": 0})
    assert await stage.sent_frame("resume") == {"type": "resume", "turn": turn, "offset": 0}
    await expect(stage.page.locator(STATE_WORDS)).to_contain_text("is thinking")


async def test_not_now_declines_and_says_so_under_the_message(stage):
    message, turn = await stage.say("words")
    stage.tell("age.required", turn=turn, url="/age/", message=message, text="")
    await stage.page.get_by_role("button", name="Not now").click()
    assert await stage.sent_frame("reply.stop") == {"type": "reply.stop", "turn": turn}
    text = "It was not answered."
    stage.tell("reply.refused", turn=turn, message=message, label="explicit", text=text, reason="age_declined")
    await expect(stage.page.locator(f"#m-{message} .refusal")).to_have_text(text)
    await expect(stage.page.locator(".age")).to_have_count(0)
    await expect(stage.page.locator("#aloud")).to_have_text(text)


async def test_a_refusal_ends_the_turn_without_offering_to_try_again(stage):
    message, turn = await stage.say("words")
    text = "<b>Not</b> here."
    stage.tell("reply.refused", turn=turn, message=message, label="nonconsensual", text=text, reason="label")
    await expect(stage.page.locator(f"#m-{message} .refusal .card-words")).to_have_text(text)
    await expect(stage.page.locator(f"#m-{message} .refusal a:visible")).to_have_text("Ask a person to look again")
    await expect(stage.page.locator(".reply")).to_have_count(0)
    await expect(stage.page.get_by_role("button", name="Try again")).to_be_hidden()
    await expect(stage.page.get_by_role("button", name="Send")).to_be_visible()
    await stage.say("something else")


async def test_the_history_fetched_anew_looks_as_it_did(stage):
    message, turn = await stage.say("words")
    stage.tell("crisis.support", turn=turn, message=message, text="Please call.", resources=HELP)
    stage.tell("reply.refused", turn=turn, message=message, label="self_harm", text="Not here.", reason="label")
    own = stage.page.locator(".own")
    await expect(own.locator(".refusal")).to_be_visible()
    before = await own.inner_html()
    history = [{"id": message, "role": "user", "text": "words", "created_at": "2026-11-23T19:05:00+00:00", "turn": turn,
                "outcome": "refused", "waiting_url": None, "support": {"text": "Please call.", "resources": HELP},
                "refusal": {"label": "self_harm", "text": "Not here.", "reason": "label"}}]  # fmt: skip
    await stage.page.route("**/messages/**", lambda route: route.fulfill(json={"messages": history, "more": False}))
    await stage.sockets[-1].close(code=4503)
    await expect(own).to_have_attribute("data-outcome", "refused")
    assert await own.inner_html() == before


async def test_a_reminder_is_a_line_in_the_flow(stage):
    stage.tell("conversation.changed", notice={"kind": "reminder", "text": "You have been talking for an hour."})
    await expect(stage.page.locator(".notice")).to_have_text("You have been talking for an hour.")
    stage.tell("conversation.changed", title="Another title")
    await expect(stage.page.locator(".notice")).to_have_count(1)


async def test_what_a_person_wrote_is_a_line_that_leads_there(stage):
    stage.tell(
        "conversation.changed", notice={"kind": "news", "text": "Somebody wrote <b>", "url": "/account/moderation/"}
    )
    await stage.page.get_by_role("link", name="Somebody wrote <b>").click()
    await stage.page.wait_for_url("**/account/moderation/")


async def test_a_model_that_stood_in_is_named(stage):
    _, turn = await stage.say("Good evening")
    await stage.reply(turn, "Good evening.", instead_of="the-large-one")
    await expect(stage.page.locator(".instead")).to_have_text("the-large-one could not be reached; simulated answered.")


async def test_too_many_messages_wait_and_are_sent_then(stage):
    await stage.page.locator("#text").fill("one too many")
    await stage.page.get_by_role("button", name="Send").click()
    frame = await stage.sent_frame("message.send")
    stage.tell("error", code="rate_limited", message="Wait.", retry_after=2.5, client_id=frame["client_id"])
    await expect(stage.page.locator(STATE_WORDS)).to_have_text(
        "Many messages at once. Your message is kept and sent in 3 seconds."
    )
    assert await stage.sent_frame("message.send") == frame


async def test_too_many_windows_are_told_apart_from_a_lost_network(stage):
    await stage.page.clock.install()
    await stage.sockets[-1].close(code=4429)
    await expect(stage.page.locator(STATE_WORDS)).to_have_text(
        "Too many windows are open, or too much was sent at once. Waiting a little."
    )
    await stage.page.evaluate("dispatchEvent(new Event('online'))")
    await stage.page.clock.run_for(29_000)
    assert len(stage.sockets) == 1
    await stage.page.clock.run_for(2_000)
    await expect(stage.page.locator(STATE_WORDS)).to_be_empty()
    assert len(stage.sockets) == 2


@pytest.mark.parametrize("width", [320, 768])
async def test_nothing_is_wider_than_the_page(stage, width):
    await stage.page.set_viewport_size({"width": width, "height": 640})
    stage.now(route="adult", lock={"route": "adult", "remaining": 5})
    message, turn = await stage.say("words")
    stage.tell("crisis.support", turn=turn, message=message, text="Please call.", resources=HELP)
    await expect(stage.page.locator(".support")).to_be_visible()
    assert await stage.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
