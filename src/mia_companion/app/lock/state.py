"""How the lock stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LockState:
    """`has_pin` without `is_locked` is an app that was opened. `by_body`: a finger or a face opens it, too;
    `can_by_body`: it could, on this device. `no_key`: the platform's key store does not answer.
    `set_aside` names what lies locked here under a PIN that was forgotten."""

    is_locked: bool = False
    has_pin: bool = False
    by_body: bool = False
    can_by_body: bool = False
    no_key: bool = False
    set_aside: tuple[str, ...] = ()
