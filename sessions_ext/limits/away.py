"""Whether Redis is worth asking for limits, as the whole process knows it."""

from companion.away import Away

redis_away = Away("limits")
