-- Works the server from Neovim as a person does, and writes what it saw to the file that $SEEN names, as JSON.
local seen = {}

local function finish(trouble)
  seen.trouble = trouble
  local file = assert(io.open(vim.env.SEEN, 'w'))
  file:write(vim.json.encode(seen))
  file:close()
  vim.cmd(trouble and 'cquit 1' or 'qall!')
end

local function await(what, ready)
  if not vim.wait(60000, ready, 20) then finish(what .. ' did not come') end
end

local function problems()
  return vim.tbl_map(function(problem) return problem.code .. '@' .. problem.lnum + 1 end, vim.diagnostic.get(0))
end

local function ask(method, params)
  local answers, trouble = vim.lsp.buf_request_sync(0, method, params, 60000)
  if not answers then finish(method .. ': ' .. trouble) end
  local _, answer = next(answers)
  if answer.err then finish(method .. ': ' .. answer.err.message) end
  return answer.result
end

local function at(line, character)
  return { textDocument = vim.lsp.util.make_text_document_params(), position = { line = line, character = character } }
end

local function work()
  await('a client', function() return #vim.lsp.get_active_clients() == 1 end)
  local client = vim.lsp.get_active_clients()[1].id
  await('its problems', function() return #problems() > 0 end)
  seen.problems = problems()

  local completion = ask('textDocument/completion', at(3, 2))
  seen.completion = vim.tbl_map(function(item) return item.label end, completion.items or completion)
  seen.hover = ask('textDocument/hover', at(2, 30)).contents.value

  local range = vim.lsp.diagnostic.get_line_diagnostics(0, 2)[1].range
  local params = { textDocument = vim.lsp.util.make_text_document_params(), range = range, context = { diagnostics = {} } }
  local action = ask('textDocument/codeAction', params)[1]
  seen.action = action.title
  vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
  seen.mended = vim.api.nvim_buf_get_lines(0, 2, 3, true)[1]
  await('the end of the problem that was mended', function() return #problems() == 1 end)
  seen.left = problems()

  local line = vim.api.nvim_buf_get_lines(0, 5, 6, true)[1]
  vim.api.nvim_buf_set_lines(0, 5, 6, true, { (line:gsub('TRUE', 'true')) })
  await('the end of the other one', function() return #problems() == 0 end)

  vim.lsp.stop_client(client)
  await('the end of the server', function() return vim.lsp.client_is_stopped(client) end)
  seen.stopped = true
end

local ok, trouble = pcall(work)
finish(not ok and tostring(trouble) or nil)
