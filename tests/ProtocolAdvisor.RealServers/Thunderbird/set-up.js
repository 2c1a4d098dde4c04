// Sets up an account as Thunderbird does for its user, with its own modules: finds the settings file of the address's domain, reads it, tries each server with the
// password, and makes the account of the first one. What comes of it is told; the account is removed again.
const [address, password, done] = arguments;
const load = name => ChromeUtils.importESModule(`resource:///modules/${name}.sys.mjs`);

const find = async () => {
  const { FindConfig } = load("accountcreation/FindConfig");
  const search = FindConfig.parallelAutoDiscovery(address.split("@")[1], address, new AbortController().signal);
  return (await search.next()).value;
};

const login = async (config, incoming) => {
  const { ConfigVerifier } = load("accountcreation/ConfigVerifier");
  const window = Cc["@mozilla.org/messenger/msgwindow;1"].createInstance(Ci.nsIMsgWindow);
  const tried = config.copy();
  tried.incoming = incoming;
  try {
    await new ConfigVerifier(window, new AbortController().signal).verifyConfig(tried, false);
    return null;
  } catch (error) {
    return String(error);
  }
};

const server = async (config, incoming) => ({
  type: incoming.type,
  host: incoming.hostname,
  port: incoming.port,
  security: incoming.socketType,
  authentication: incoming.auth,
  username: incoming.username,
  refusal: await login(config, incoming),
});

const account = async config => {
  const { CreateInBackend } = load("accountcreation/CreateInBackend");
  const { MailServices } = load("MailServices");
  const made = await CreateInBackend.createAccountInBackend(config);
  const incoming = made.incomingServer;
  const outgoing = MailServices.outgoingServer.getServerByKey(made.defaultIdentity.smtpServerKey);
  const told = {
    type: incoming.type,
    host: incoming.hostname,
    port: incoming.port,
    security: incoming.socketType,
    authentication: incoming.authMethod,
    username: incoming.username,
    leaves: incoming.type == "pop3" && incoming.getBoolValue("leave_on_server"),
    days: incoming.type == "pop3" ? incoming.getIntValue("num_days_to_leave_on_server") : null,
    outgoing: `${outgoing.username}@${outgoing.serverURI.host}:${outgoing.serverURI.port}`,
  };
  MailServices.accounts.removeAccount(made, true);
  MailServices.outgoingServer.deleteServer(outgoing);
  return told;
};

(async () => {
  const config = await find();
  if (!config) return { found: false, servers: [], account: null };
  const { AccountConfig } = load("accountcreation/AccountConfig");
  AccountConfig.replaceVariables(config, "Jane", address, password);
  const servers = [];
  for (const incoming of [config.incoming, ...config.incomingAlternatives]) servers.push(await server(config, incoming));
  return { found: true, servers, account: await account(config) };
})().then(done, error => done({ fault: `${error}\n${error.stack}` }));
