"""Who looks after the place: two groups, made by a migration, whose permissions say what each may see and do."""

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q

from companion.models import User

MODERATOR, OPERATOR = "moderator", "operator"
ROLES = (MODERATOR, OPERATOR)


def may_decide(user: User) -> bool:
    return user.is_active and user.is_staff and user.has_perm("chat.decide_flag")


def may_reveal(user: User) -> bool:
    return user.is_active and user.is_staff and user.has_perm("chat.reveal_flag")


def may_delay(user: User) -> bool:
    return may_reveal(user) and user.has_perm("chat.delay_reveal")


def role_of(user: User | None) -> str:
    """The role that somebody has now; of an account that is gone, or whose role was withdrawn, the lesser one."""
    is_operator = user is not None and (user.is_superuser or any(one.name == OPERATOR for one in user.groups.all()))
    return OPERATOR if is_operator else MODERATOR


def others_may_decide(user_id: int) -> bool:
    """Whether there is somebody else who can answer an appeal."""
    allowed = Q(is_superuser=True)
    for path in ("groups__permissions", "user_permissions"):
        allowed |= Q(**{f"{path}__codename": "decide_flag", f"{path}__content_type__app_label": "chat"})
    return User.objects.filter(allowed, is_active=True, is_staff=True).exclude(pk=user_id).exists()


@transaction.atomic
def grant_role(*, username: str, role: str) -> User:
    """Give somebody this role instead of the one they had. Raises User.DoesNotExist, Group.DoesNotExist."""
    user = User.objects.select_for_update(no_key=True).get(username=username)
    group = Group.objects.get(name=role)
    user.groups.remove(*Group.objects.filter(name__in=ROLES))
    user.groups.add(group)
    user.is_staff = True
    user.save(update_fields=["is_staff"])
    return user


@transaction.atomic
def withdraw_roles(*, username: str) -> User:
    """Back to an ordinary person. Raises User.DoesNotExist."""
    user = User.objects.select_for_update(no_key=True).get(username=username)
    user.groups.remove(*Group.objects.filter(name__in=ROLES))
    user.is_staff = user.is_superuser
    user.save(update_fields=["is_staff"])
    return user
