//! Tells Zed how to start `duidelijk lsp`, and hands over the user's settings.

use zed_extension_api::settings::LspSettings;
use zed_extension_api::{self as zed, serde_json, Command, LanguageServerId, Result, Worktree};

const PROGRAM: &str = "duidelijk";
const ARGUMENTS: [&str; 1] = ["lsp"];
const MISSING: &str =
    "duidelijk staat niet op uw computer. Installeer het met: pipx install \"duidelijk[lsp]\"";

struct Duidelijk;

impl zed::Extension for Duidelijk {
    fn new() -> Self {
        Self
    }

    /// The program on the user's PATH; a path in Zed's own settings (`lsp.duidelijk.binary`) goes first in Zed.
    fn language_server_command(
        &mut self,
        _: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Command> {
        Ok(Command {
            command: worktree.which(PROGRAM).ok_or(MISSING)?,
            args: ARGUMENTS.map(String::from).to_vec(),
            env: worktree.shell_env(),
        })
    }

    fn language_server_workspace_configuration(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<serde_json::Value>> {
        let settings = LspSettings::for_worktree(server.as_ref(), worktree)?.settings;
        Ok(Some(
            serde_json::json!({ "duidelijk": settings.unwrap_or_default() }),
        ))
    }
}

zed::register_extension!(Duidelijk);
