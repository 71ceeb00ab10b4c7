"""The text of the search.

``mask`` has one bit for each word asked for that a row's own text has, and 32 bits further one for each that was said before.
Rows share few masks, so words are weighed once for each mask and not for each row. What ended when it began is a wording that
was corrected: no truth of the past.
"""

import functools
from string import Template

_SEARCH = Template(r"""
WITH spared AS MATERIALIZED (
    SELECT %(excluded)s::uuid[] || ARRAY(
        SELECT message_id FROM memory_setaside
        WHERE user_id = %(user)s AND conversation_id = %(conversation)s AND until > now()
    ) AS messages
),
word AS MATERIALIZED (
    SELECT (row_number() OVER () - 1)::int AS n, lexeme, quoted
    FROM (
        SELECT lexeme, '''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''' AS quoted
        FROM unnest(to_tsvector('english', %(text)s))
        ORDER BY lexeme = ANY(%(common)s::text[]), positions[1] LIMIT $slots
    ) lexemes
),
asked AS MATERIALIZED (
    SELECT array_agg(quoted::tsquery ORDER BY n) AS words, array_agg((quoted || ':A')::tsquery ORDER BY n) AS own_words,
           array_agg(lexeme ORDER BY n) AS lexemes
    FROM word
),
own AS MATERIALIZED (
    SELECT id, is_memory, conversation_id, said_at, importance, is_wanted,
           CASE WHEN is_meant THEN 1 + %(meant_weight)s::float8 ELSE 1 END
           * CASE WHEN said_at >= %(start)s AND said_at < %(end)s THEN 1 + %(time_weight)s::float8 ELSE 1 END AS meant,
           CASE WHEN embedder = %(embedder)s THEN -(vector <#> %(vector)s::halfvec) END AS cosine,
           $mask AS mask
    FROM (
        SELECT e.id, false AS is_memory, conversation_id, said_at, importance, embedder, vector, words,
               author = %(said_by)s AND author <> '' AS is_meant,
               NOT message_id = ANY((SELECT messages FROM spared)::uuid[]) AND (%(questions)s OR NOT is_question) AS is_wanted
        FROM memory_episode e
        WHERE e.user_id = %(user)s AND persona_id = %(persona)s AND route = ANY(%(routes)s) AND erased_at IS NULL
          AND withdrawn_at IS NULL
          AND (route <> 'adult' OR (SELECT adult_recall FROM memory_memorychoices c WHERE c.user_id = %(user)s))
        UNION ALL
        SELECT m.id, true, NULL, valid_from, 1, embedder, vector, words, false, true
        FROM memory_memory m
        WHERE m.user_id = %(user)s AND (persona_id = %(persona)s OR persona_id IS NULL) AND status = ANY(%(statuses)s)
          AND route = ANY(%(routes)s) AND valid_to IS DISTINCT FROM valid_from
          AND (route <> 'adult' OR (SELECT adult_recall FROM memory_memorychoices c WHERE c.user_id = %(user)s))
    ) known
),
mask AS MATERIALIZED (SELECT mask, count(*) AS rows FROM own GROUP BY mask),
worth AS MATERIALIZED (
    SELECT n, ln(1 + (sum(rows) - with_it + 0.5) / (with_it + 0.5))::float8 AS worth
    FROM word, mask, LATERAL (SELECT coalesce(sum(rows) FILTER (WHERE mask >> n & 1 = 1), 0) AS with_it FROM mask) counted
    GROUP BY n, with_it
),
weighed AS MATERIALIZED (
    SELECT mask, coalesce((SELECT sum(CASE WHEN mask >> n & 1 = 1 THEN worth
                                           WHEN mask >> (n + 32) & 1 = 1 THEN %(heard_weight)s::float8 * worth END)
                           FROM worth), 0) AS found
    FROM mask
),
alone AS MATERIALIZED (
    SELECT own.*, found, coalesce(cosine, (SELECT avg(cosine) FROM own), 0)
           + %(words_weight)s::float8 * coalesce(found / (SELECT nullif(max(found), 0) FROM weighed), 0) AS alone
    FROM own JOIN weighed USING (mask)
),
placed AS (
    SELECT alone.*, CASE WHEN is_memory THEN alone ELSE greatest(lag(alone) OVER said, lead(alone) OVER said, 0) END AS neighbour
    FROM alone WINDOW said AS (PARTITION BY conversation_id ORDER BY said_at)
),
best AS (
    SELECT placed.*, (alone + %(neighbour_weight)s::float8 * neighbour)
                     * (1 + %(importance_weight)s::float8 * (importance - 1)) * meant
                     + CASE WHEN is_memory THEN %(memory_weight)s::float8 ELSE 0 END AS score
    FROM placed WHERE is_wanted
    ORDER BY score DESC, said_at DESC LIMIT %(candidates)s
)
SELECT best.id, is_memory, left(coalesce(e.text, proof.quote, m.text), %(excerpt)s), coalesce(proof.said_at, best.said_at),
       m.valid_to, coalesce(proof.episodes, ARRAY[best.id]), score, cosine, found, neighbour, mask & 4294967295,
       (SELECT lexemes FROM asked)
FROM best
LEFT JOIN memory_episode e ON NOT is_memory AND e.id = best.id
LEFT JOIN memory_memory m ON is_memory AND m.id = best.id
LEFT JOIN LATERAL (
    SELECT (array_agg(s.quote ORDER BY said.said_at DESC) FILTER (WHERE m.origin <> 'owner'))[1] AS quote,
           max(said.said_at) AS said_at, array_agg(said.id) AS episodes,
           bool_or(said.message_id = ANY((SELECT messages FROM spared)::uuid[])) AS is_near
    FROM memory_source s JOIN memory_episode said ON said.id = s.episode_id
    WHERE s.memory_id = m.id AND said.withdrawn_at IS NULL
) proof ON is_memory
WHERE proof.is_near IS NOT TRUE
  AND (%(telling)s::float8 IS NULL OR mask & 4294967295 <> 0 OR cosine >= %(telling)s)
ORDER BY score DESC, best.said_at DESC
""")


_BIT = Template("""
CASE WHEN words @@ (SELECT words[$place] FROM asked)
    THEN CASE WHEN words @@ (SELECT own_words[$place] FROM asked) THEN $told ELSE $heard END ELSE 0 END
""")


@functools.cache
def search_for(most_words: int) -> str:
    """With room for so many words; each is looked up by a constant of its own, which is faster than a list of them."""
    bits = (_BIT.substitute(place=n + 1, told=1 << n, heard=1 << (n + 32)) for n in range(most_words))
    return " ".join(_SEARCH.substitute(slots=most_words, mask=" | ".join(bits)).split())
