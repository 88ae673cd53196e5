-- What wrk asks for: the links of the cards in a file, one card a line: slug, then the UID of its
-- chip where the link shall carry a fresh read counter each time.
--
-- Arguments: the file, the first counter, the seed of the order in which cards come up.

local heads, tails, counters = {}, {}, {}

local function prepare(slug, uid, first)
  if uid == "" then
    heads[#heads + 1] = wrk.format("GET", "/t/" .. slug)
  else
    -- Cut at the counter: what is formatted once need not be formatted for each request.
    local whole = wrk.format("GET", "/t/" .. slug .. "?m=" .. uid .. "x@")
    local at = whole:find("@", 1, true)
    heads[#heads + 1] = whole:sub(1, at - 1)
    tails[#heads] = whole:sub(at + 1)
    counters[#heads] = first
  end
end

local function link()
  return heads[math.random(#heads)]
end

local function counted()
  local card = math.random(#heads)
  local counter = counters[card]
  counters[card] = counter + 1
  return heads[card] .. string.format("%06X", counter) .. tails[card]
end

function init(args)
  math.randomseed(tonumber(args[3]))
  local only
  for line in io.lines(args[1]) do
    local slug, uid = line:match("^(%w+) ?(%w*)$")
    only = "/t/" .. slug
    prepare(slug, uid, tonumber(args[2]))
  end
  if #tails > 0 then
    request = counted
  elseif #heads > 1 then
    request = link
  else
    -- The same request each time is made once, by wrk itself.
    wrk.path = only
  end
end

function done(summary, latency, requests)
  io.write(string.format(
    "taps answered=%d errors=%d lost=%d micros=%d p50=%d p99=%d\n",
    summary.requests - summary.errors.status,
    summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    summary.duration,
    latency:percentile(50),
    latency:percentile(99)))
end
