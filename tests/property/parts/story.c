#include "story.h"

#include "base/mem.h"

void story_init(Story *s, Date today)
{
	*s = (Story){.arena = ARENA_INIT, .today = today};
}

void story_release(Story *s)
{
	for (size_t i = 0; i < s->editions.n; i++) {
		garden_release(&s->editions.items[i].garden);
	}
	vec_release(&s->editions);
	arena_release(&s->arena);
}

void story_copy(Story *out, const Story *from)
{
	story_init(out, from->today);
	out->worktree = from->worktree;
	for (size_t i = 0; i < from->editions.n; i++) {
		Edition v = from->editions.items[i];
		garden_copy(&v.garden, &out->arena, &from->editions.items[i].garden);
		vec_push(&out->editions, v);
	}
}

Garden *story_now(const Story *s)
{
	return &s->editions.items[s->editions.n - 1].garden;
}

Edition *story_add(Story *s)
{
	Edition v = {.garden = {.arena = &s->arena}};
	vec_push(&s->editions, v);
	return &s->editions.items[s->editions.n - 1];
}

Edition *story_repeat(Story *s, size_t i)
{
	Edition copy = s->editions.items[i];
	garden_copy(&copy.garden, &s->arena, &s->editions.items[i].garden);
	vec_push(&s->editions, copy);
	memmove(&s->editions.items[i + 2], &s->editions.items[i + 1],
	        (s->editions.n - i - 2) * sizeof *s->editions.items);
	s->editions.items[i + 1] = copy;
	return &s->editions.items[i + 1];
}
