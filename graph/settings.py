"""The settings: ``WUJI_…`` environment variables, read once by the command that starts."""

import ipaddress
import re
from pathlib import Path
from typing import Annotated

import platformdirs
from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from graph.engines.opening import Driver
from graph.errors import SettingsError
from graph.misfits import misfit, unfit
from words import Language, Said, Series, language_named, said


def _users_cache() -> Path:
    try:
        return platformdirs.user_cache_path("wuji")
    except RuntimeError as error:
        raise SettingsError(
            said("This account has no home folder, where Neo4j's files would be kept. Set WUJI_CACHE to a folder.")
        ) from error


def _host_names(value: object) -> object:
    """Return the names in a text with commas, each in the form in which a Host has it: ASCII, lower case."""
    if not isinstance(value, str):
        return value
    return tuple(_host_name(name.strip()) for name in value.split(",") if name.strip())


def _host_name(name: str) -> str:
    literal = name.removeprefix("[").removesuffix("]")
    try:
        return str(ipaddress.ip_address(literal))
    except ValueError:
        pass
    try:
        ascii_name = name.removesuffix(".").encode("idna").decode().lower()
    except UnicodeError:
        ascii_name = ""
    if re.fullmatch(r"[a-z0-9_][a-z0-9._-]*", ascii_name) is None:
        raise unfit(
            "host",
            said(
                "{name!r} is no name of a host; it takes whole names, without http://, a port, a path or *", name=name
            ),
        )
    return ascii_name


def _language(value: object) -> object:
    """Return the language of a tag or a locale, such as ``zh_CN``."""
    if not isinstance(value, str):
        return value
    named = language_named(value)
    if named is None:
        raise unfit("language", said("it takes zh or en"))
    return named


class Settings(BaseSettings):
    """Every setting, with its default; each field's variable is ``WUJI_`` and the name in capitals."""

    model_config = SettingsConfigDict(env_prefix="WUJI_", frozen=True, env_ignore_empty=True)

    home: Path = Field(
        default=Path(".wuji"),
        description="Folder of the managed Neo4j: its data, configuration, logs and credentials. One home, one graph.",
    )
    cache: Path = Field(
        default_factory=_users_cache,
        description="Folder of downloaded Neo4j files, shared by every home. Copy it to a machine without a network.",
    )
    maven_repository: str | None = Field(
        default=None,
        pattern=r"^https?://\S+$",
        description="Maven repository Neo4j is fetched from, http:// or https://. When not set: the mirror in the account's "
        "Maven settings, else the public one.",
    )
    host: str = Field(
        default="127.0.0.1",
        description="Address the API listens on. 0.0.0.0 is every network of the machine; the API asks nobody who they are.",
    )
    allowed_hosts: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_host_names)] = Field(
        default=(),
        description="Names or addresses, separated by commas, under which the API answers beside 127.0.0.1, localhost, [::1], "
        "WUJI_HOST and the address it was reached at: those a proxy or other machines know it by. A request that names another "
        "host is refused.",
    )
    port: int = Field(default=8000, ge=1, le=65535, description="Port of the API.")
    bolt_port: int = Field(default=7687, ge=1, le=65535, description="Bolt port of the managed Neo4j, on 127.0.0.1.")
    http_port: int = Field(
        default=7474, ge=1, le=65535, description="Port of the managed Neo4j's Browser, on 127.0.0.1."
    )
    neo4j_memory: str | None = Field(
        default=None,
        pattern=r"^[1-9]\d*[mMgG]$",
        description="Memory of the managed Neo4j, such as 512m or 4g, half of it heap and half page cache. When not set: up to "
        "half of the machine's (or container's), 4 GB at most.",
    )
    neo4j_uri: str | None = Field(
        default=None,
        pattern=r"^(bolt|neo4j)(\+s|\+ssc)?://\S+$",
        description="Address of a Neo4j of your own: bolt://, neo4j://, either with +s or +ssc. When not set, wuji runs one "
        "itself.",
    )
    neo4j_user: str = Field(default="neo4j", description="User at the Neo4j of your own.")
    neo4j_password: SecretStr | None = Field(
        default=None, description="Password at the Neo4j of your own; needed with WUJI_NEO4J_URI."
    )
    neo4j_database: str = Field(default="neo4j", description="Database at the Neo4j of your own.")
    lang: Annotated[Language | None, BeforeValidator(_language)] = Field(
        default=None,
        description="Language in which wuji speaks, zh or en; the API so to who asks for none. When not set: commands speak that of the "
        "locale, the API English.",
    )
    engine: Driver = Field(
        default=Driver.BOLT,
        description="What speaks to Neo4j: bolt, its official driver, or py2neo, whose author has declared its end of life.",
    )


def _wrong(fault: ErrorDetails) -> Said:
    variable = f"WUJI_{str(fault['loc'][0]).upper()}"
    return said("{variable}={value!r}: {why}", variable=variable, value=fault["input"], why=misfit(fault))


def read_settings() -> Settings:
    """Return the settings of this process's environment; raise SettingsError naming each variable that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = Series(tuple(map(_wrong, error.errors())), said("; "))
        raise SettingsError(said("A setting cannot be used: {wrong}. Correct or unset it.", wrong=wrong)) from error
