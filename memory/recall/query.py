"""The text of the search."""

import functools
from string import Template

_QUERY = Template(r"""
WITH word AS (
    SELECT lexeme, '''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''' AS quoted
    FROM unnest(to_tsvector('english', %(text)s))
    ORDER BY lexeme = ANY(%(common)s), positions[1] LIMIT %(slots)s
),
asked AS MATERIALIZED (
    SELECT array_agg(lexeme) AS lexemes, array_agg((quoted || ':A')::tsquery) AS told,
           array_agg((quoted || ':B')::tsquery) AS heard, string_agg(quoted, '|')::tsquery AS any_word
    FROM word
),
own AS MATERIALIZED (
    SELECT e.id, false AS is_memory, e.conversation_id, e.said_at, e.importance,
           CASE WHEN e.author = %(said_by)s AND e.author <> '' THEN 1 + %(meant_weight)s::float8 ELSE 1::float8 END AS meant,
           NOT e.message_id = ANY(%(excluded)s) AND (%(questions)s OR NOT e.is_question) AS is_wanted,
           CASE WHEN e.embedder = %(embedder)s THEN -(e.vector <#> %(vector)s::halfvec) END AS cosine,
           $told AS told, $heard AS heard
    FROM memory_episode e, asked
    WHERE e.user_id = %(user)s AND e.persona_id = %(persona)s AND e.route = ANY(%(routes)s) AND e.erased_at IS NULL
      AND (e.route <> 'adult' OR (SELECT adult_recall FROM memory_memorychoices WHERE user_id = %(user)s))
    UNION ALL
    SELECT m.id, true, NULL, m.valid_from, 1, 1, true,
           CASE WHEN m.embedder = %(embedder)s THEN -(m.vector <#> %(vector)s::halfvec) END,
           $told, 0
    FROM memory_memory m, asked
    WHERE m.user_id = %(user)s AND (m.persona_id = %(persona)s OR m.persona_id IS NULL) AND m.status = ANY(%(statuses)s)
      AND m.route = ANY(%(routes)s)
      AND (m.route <> 'adult' OR (SELECT adult_recall FROM memory_memorychoices WHERE user_id = %(user)s))
),
totals AS MATERIALIZED (
    SELECT usual, $worths FROM (SELECT coalesce(avg(cosine), 0) AS usual, count(*) AS rows, $rows FROM own) counted
),
compared AS (
    SELECT own.*, coalesce(cosine, usual) AS meaning,
           CASE WHEN told | heard = 0 THEN 0::float8 ELSE $found END AS found
    FROM own, totals
),
scored AS (
    SELECT compared.*, meaning + %(words_weight)s::float8 * coalesce(found / nullif(max(found) OVER (), 0), 0) AS alone
    FROM compared
),
placed AS (
    SELECT scored.*,
           CASE WHEN is_memory THEN alone ELSE greatest(lag(alone) OVER said, lead(alone) OVER said, 0) END AS neighbour
    FROM scored WINDOW said AS (PARTITION BY conversation_id ORDER BY said_at)
),
best AS (
    SELECT placed.*, (alone + %(neighbour_weight)s::float8 * neighbour)
                     * (1 + %(importance_weight)s::float8 * (importance - 1)) * meant
                     + CASE WHEN is_memory THEN %(memory_weight)s::float8 ELSE 0::float8 END AS score
    FROM placed WHERE is_wanted
    ORDER BY score DESC, said_at DESC LIMIT %(candidates)s
)
SELECT best.id, is_memory, left(coalesce(e.text, proof.quote, m.text), %(excerpt)s), coalesce(proof.said_at, best.said_at),
       m.valid_to, coalesce(proof.episodes, ARRAY[best.id]), score, cosine, found, neighbour, best.told, asked.lexemes
FROM best CROSS JOIN asked
LEFT JOIN memory_episode e ON NOT is_memory AND e.id = best.id
LEFT JOIN memory_memory m ON is_memory AND m.id = best.id
LEFT JOIN LATERAL (
    SELECT (array_agg(s.quote ORDER BY said.said_at DESC) FILTER (WHERE m.origin <> 'owner'))[1] AS quote,
           max(said.said_at) AS said_at, array_agg(said.id) AS episodes, bool_or(said.message_id = ANY(%(excluded)s)) AS is_near
    FROM memory_source s JOIN memory_episode said ON said.id = s.episode_id
    WHERE s.memory_id = m.id
) proof ON is_memory
WHERE proof.is_near IS NOT TRUE
ORDER BY score DESC, best.said_at DESC
""")


@functools.cache
def query(slots: int) -> str:
    """With room for so many words; ``told`` and ``heard`` hold a bit for each: in the text, or in what was said before."""
    numbers = range(slots)
    told, heard = (
        "CASE WHEN words @@ asked.any_word THEN "
        + " | ".join(f"CASE WHEN words @@ asked.{column}[{n + 1}] THEN {1 << n} ELSE 0 END" for n in numbers)
        + " ELSE 0 END"
        for column in ("told", "heard")
    )
    return _QUERY.substitute(
        told=told,
        heard=heard,
        rows=", ".join(f"count(*) FILTER (WHERE told & {1 << n} <> 0) AS rows{n}" for n in numbers),
        worths=", ".join(f"ln(1 + (rows - rows{n} + 0.5) / (rows{n} + 0.5))::float8 AS worth{n}" for n in numbers),
        found=" + ".join(
            f"CASE WHEN told & {1 << n} <> 0 THEN worth{n} "
            f"WHEN heard & {1 << n} <> 0 THEN %(heard_weight)s::float8 * worth{n} ELSE 0::float8 END"
            for n in numbers
        ),
    )
