"""The settings: ``WUJI_…`` environment variables, read once by the command that starts."""

from pathlib import Path

import platformdirs
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.errors import SettingsError


def _users_cache() -> Path:
    try:
        return platformdirs.user_cache_path("wuji")
    except RuntimeError as error:
        raise SettingsError(
            "This account has no home folder, where Neo4j's files would be kept. Set WUJI_CACHE to a folder."
        ) from error


class Settings(BaseSettings):
    """Every setting, with its default; each field's variable is ``WUJI_`` and the name in capitals."""

    model_config = SettingsConfigDict(env_prefix="WUJI_", frozen=True, env_ignore_empty=True)

    home: Path = Field(default=Path(".wuji"), description="Folder of the managed Neo4j's data, logs and credentials.")
    cache: Path = Field(
        default_factory=_users_cache,
        description="Folder of downloaded Neo4j files, shared by every home. Copy it to a machine without a network.",
    )
    maven_repository: str | None = Field(
        default=None,
        pattern=r"^https?://\S+$",
        description="Maven repository Neo4j is fetched from; when unset, the user's Maven mirror or the public one.",
    )
    host: str = Field(default="127.0.0.1", description="Address the API listens on.")
    port: int = Field(default=8000, ge=1, le=65535, description="Port of the API.")
    bolt_port: int = Field(default=7687, ge=1, le=65535, description="Bolt port of the managed Neo4j.")
    http_port: int = Field(default=7474, ge=1, le=65535, description="Port of the managed Neo4j's Browser.")
    neo4j_memory: str | None = Field(
        default=None,
        pattern=r"^[1-9]\d*[mMgG]$",
        description="Memory of the managed Neo4j, such as 512m or 4g; when unset, up to half of the machine's, 4g at most.",
    )
    neo4j_uri: str | None = Field(
        default=None,
        pattern=r"^(bolt|neo4j)(\+s|\+ssc)?://\S+$",
        description="Address of a Neo4j of your own; when unset, wuji runs one itself.",
    )
    neo4j_user: str = Field(default="neo4j", description="User at the Neo4j of your own.")
    neo4j_password: SecretStr | None = Field(default=None, description="Password at the Neo4j of your own.")
    neo4j_database: str = Field(default="neo4j", description="Database at the Neo4j of your own.")


def read_settings() -> Settings:
    """Return the settings of this process's environment; raise SettingsError naming each variable that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = "; ".join(
            f"WUJI_{str(fault['loc'][0]).upper()}={fault['input']!r}: {fault['msg']}" for fault in error.errors()
        )
        raise SettingsError(f"A setting cannot be used: {wrong}. Correct or unset it.") from error
