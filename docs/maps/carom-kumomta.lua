-- KumoMTA policy: refuses recipients that Carom holds back. Put it beside init.lua as carom.lua:
--   local carom = require 'carom'
--   carom.setup { url = 'http://127.0.0.1:8025', key = 'carom_…', list = '', on_trouble = 'accept' }
-- `on_trouble` is what happens where Carom does not answer: 'accept', or 'defer' (450).

local kumo = require 'kumo'
local carom = {}

local function escape(text)
  return (text:gsub('[^%w%-._~]', function(character)
    return string.format('%%%02X', character:byte())
  end))
end

local function ask(client, settings, address)
  local url = settings.url .. '/v1/check?address=' .. escape(address)
  if settings.list ~= nil and settings.list ~= '' then
    url = url .. '&list=' .. escape(settings.list)
  end
  local request = client:get(url)
  request:bearer_auth(settings.key)
  local response = request:send()
  if response:status_code() ~= 200 then
    error('Carom answered ' .. response:status_code())
  end
  return kumo.serde.json_parse(response:text())
end

function carom.setup(settings)
  local client
  kumo.on('smtp_server_rcpt_to', function(recipient)
    client = client or kumo.http.build_client { timeout = '2 seconds' }
    -- kumo.reject raises an error of its own: it must stay outside of pcall.
    local is_answered, answer = pcall(ask, client, settings, tostring(recipient.email))
    if not is_answered then
      kumo.log_error('Carom could not be asked: ' .. tostring(answer))
      if settings.on_trouble == 'defer' then
        kumo.reject(450, '4.7.1 The suppression list cannot be read now')
      end
      return
    end
    local text = '7.1 Recipient is on the suppression list (' .. tostring(answer.reason) .. ')'
    if answer.answer == 'do-not-send' then
      kumo.reject(550, '5.' .. text)
    elseif answer.answer == 'hold' then
      kumo.reject(450, '4.' .. text)
    end
  end)
end

return carom
