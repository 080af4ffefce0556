--- duidelijk in Neovim: plain Dutch while you write. Works from Neovim 0.7 on.
--- Where positions are counted is left to Neovim and the server: 0.7 only knows utf-16, later versions agree on
--- an encoding themselves. So `offset_encoding` is never set here.
local M = {}

local NAME = 'duidelijk'
local FILETYPES = { 'markdown', 'html', 'xhtml', 'text' }
local CONFIG_NAMES = { 'duidelijk.toml', '.duidelijk.toml', 'pyproject.toml' }
local ROOT_NAMES = { 'duidelijk.toml', '.duidelijk.toml', 'pyproject.toml', '.git' }
local RESTARTS, WITHIN = 3, 60 -- so many new starts in so many seconds; more means that it does not help
local SIGTERM = 15

local options = { cmd = { 'duidelijk', 'lsp' }, settings = {} }
local buffers = {} -- client id -> { [buffer] = true }
local by_root = {} -- for Neovim 0.7, which cannot look for a running client: root -> client id
local gone = {} -- client id -> true; Neovim still lists a server for a moment after it stopped
local starts = {} -- when a server that stopped was started anew, in seconds
local said = {} -- messages that are worth saying once

local function say(text, level)
  if not said[text] then
    said[text] = true
    vim.notify(NAME .. ': ' .. text, level or vim.log.levels.WARN)
  end
end

local function base_name(buffer)
  return vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':t')
end

local function exists(path)
  return vim.fn.filereadable(path) == 1 or vim.fn.isdirectory(path) == 1
end

--- The folder whose settings count for a buffer; nil for a text that is no file yet.
local function root_of(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  if name == '' then
    return nil
  end
  local folder = vim.fn.fnamemodify(name, ':p:h')
  local here = folder
  while true do
    for _, mark in ipairs(ROOT_NAMES) do
      if exists(here .. '/' .. mark) then
        return here
      end
    end
    local up = vim.fn.fnamemodify(here, ':h')
    if up == here then
      return folder
    end
    here = up
  end
end

--- Whether duidelijk reads what is in this buffer.
local function is_ours(buffer)
  if not vim.api.nvim_buf_is_loaded(buffer) or vim.bo[buffer].buftype ~= '' then
    return false
  end
  local named = vim.tbl_contains(CONFIG_NAMES, base_name(buffer))
  return named or vim.tbl_contains(FILETYPES, vim.bo[buffer].filetype)
end

local function on_status(_, result)
  local buffer = vim.uri_to_bufnr(result.uri)
  if vim.api.nvim_buf_is_loaded(buffer) then
    vim.b[buffer].duidelijk_status = result.text
    vim.cmd('redrawstatus!')
  end
end

--- Start the server anew for the buffers of one that broke off. Their text is in Neovim, so nothing is lost.
local function on_exit(code, signal, client_id)
  gone[client_id] = true
  vim.schedule(function()
    local had = buffers[client_id] or {}
    buffers[client_id] = nil
    for root, id in pairs(by_root) do
      if id == client_id then
        by_root[root] = nil
      end
    end
    for buffer in pairs(had) do
      if vim.api.nvim_buf_is_loaded(buffer) then
        vim.b[buffer].duidelijk_status = nil
      end
    end
    local asked = signal == SIGTERM or (code == 0 and signal == 0)
    if asked or vim.v.exiting ~= vim.NIL then
      return
    end
    if code == 2 then -- what the command says then stands in the log of Neovim, in Dutch
      say('de controle start niet. Installeer hem met: pipx install "duidelijk[lsp]"', vim.log.levels.ERROR)
      return
    end
    local now = os.time()
    starts = vim.tbl_filter(function(time)
      return now - time < WITHIN
    end, starts)
    if #starts >= RESTARTS then
      said = {}
      say('de controle is een paar keer gestopt. Probeer het opnieuw met :DuidelijkStart')
      return
    end
    table.insert(starts, now)
    for buffer in pairs(had) do
      M.attach(buffer)
    end
  end)
end

--- What Neovim needs to start the server. `lsp/duidelijk.lua` gives it to `vim.lsp.enable` of Neovim 0.11.
function M.config()
  local settings = options.settings
  local config = {
    name = NAME,
    cmd = options.cmd,
    filetypes = FILETYPES,
    root_markers = ROOT_NAMES,
    init_options = {
      showsRules = true,
      settings = vim.tbl_isempty(settings) and vim.empty_dict() or settings,
    },
    handlers = { ['$/duidelijk/status'] = on_status },
    on_exit = on_exit,
    on_attach = function(client, buffer)
      buffers[client.id] = buffers[client.id] or {}
      buffers[client.id][buffer] = true
    end,
  }
  if not vim.tbl_isempty(settings) then
    config.settings = { duidelijk = settings }
  end
  return config
end

--- Have duidelijk read along in a buffer (default: the one you are in). Does nothing where it cannot read.
function M.attach(buffer)
  buffer = (buffer == nil or buffer == 0) and vim.api.nvim_get_current_buf() or buffer
  if not is_ours(buffer) then
    return
  end
  if vim.fn.executable(options.cmd[1]) == 0 then
    say('het programma staat niet op uw computer. Installeer het met: pipx install "duidelijk[lsp]"')
    return
  end
  local root = root_of(buffer)
  local config = M.config()
  config.root_dir = root
  if vim.lsp.start then
    vim.api.nvim_buf_call(buffer, function()
      vim.lsp.start(config, {
        reuse_client = function(client, wanted)
          local same = client.name == wanted.name and client.config.root_dir == wanted.root_dir
          return same and not gone[client.id]
        end,
      })
    end)
    return
  end
  local key = root or ''
  local id = by_root[key]
  if id == nil or gone[id] or vim.lsp.get_client_by_id(id) == nil then
    id = vim.lsp.start_client(config)
    by_root[key] = id
  end
  if id then
    vim.lsp.buf_attach_client(buffer, id)
  end
end

--- Text for a status line: the reading level and how much there is to look at. Empty where nothing was checked.
function M.status(buffer)
  return vim.b[buffer or 0].duidelijk_status or ''
end

--- The rule of the finding at the cursor, or else of the first one on its line; nil where there is none.
local function rule_at_cursor()
  local line, column = unpack(vim.api.nvim_win_get_cursor(0))
  local first
  for _, found in ipairs(vim.diagnostic.get(0, { lnum = line - 1 })) do
    if found.source == NAME then
      local rule = found.code or (found.user_data and found.user_data.lsp and found.user_data.lsp.code)
      if found.col <= column and column < found.end_col then
        return rule
      end
      first = first or rule
    end
  end
  return first
end

local function client_here()
  for id, had in pairs(buffers) do
    if had[vim.api.nvim_get_current_buf()] then
      return vim.lsp.get_client_by_id(id)
    end
  end
end

--- Show why a rule is there (default: the rule of the finding at the cursor).
function M.explain(rule)
  rule = (rule ~= nil and rule ~= '') and rule or rule_at_cursor()
  local client = client_here()
  if not rule or not client then
    vim.notify(NAME .. ': op deze regel staat geen melding.', vim.log.levels.INFO)
    return
  end
  local params = { command = 'duidelijk.explainRule', arguments = { rule } }
  local function show(err, result)
    if err or not result or result == vim.NIL then
      vim.notify(NAME .. ': over deze regel is geen uitleg.', vim.log.levels.INFO)
      return
    end
    local lines = vim.split(result.markdown, '\n', { plain = true })
    vim.lsp.util.open_floating_preview(lines, 'markdown', { focus_id = NAME, wrap = true, max_width = 80 })
  end
  if vim.fn.has('nvim-0.11') == 1 then
    client:request('workspace/executeCommand', params, show, 0)
  else
    client.request('workspace/executeCommand', params, show, 0)
  end
end

--- Commands of Neovim and what the server's own commands do here.
local function define()
  vim.lsp.commands['duidelijk.explainRule'] = function(command)
    M.explain(command.arguments[1])
  end
  vim.api.nvim_create_user_command('DuidelijkUitleg', function(given)
    M.explain(given.args)
  end, { nargs = '?', desc = 'Waarom staat deze melding er?' })
  vim.api.nvim_create_user_command('DuidelijkStart', function()
    starts, said = {}, {}
    M.attach(0)
  end, { desc = 'Laat duidelijk meelezen in deze tekst' })
end

--- Read along from now on in each text and web page.
--- `cmd`: how the server is started. `settings`: see docs/editors/neovim.md.
function M.setup(given)
  options = vim.tbl_extend('force', options, given or {})
  define()
  local group = vim.api.nvim_create_augroup('duidelijk', { clear = true })
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    pattern = FILETYPES,
    callback = function(event)
      M.attach(event.buf)
    end,
  })
  vim.api.nvim_create_autocmd({ 'BufReadPost', 'BufNewFile' }, {
    group = group,
    pattern = CONFIG_NAMES,
    callback = function(event)
      M.attach(event.buf)
    end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    M.attach(buffer)
  end
end

M.define = define
return M
