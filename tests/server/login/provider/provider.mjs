// A real OpenID provider, for tests: node-oidc-provider with one client, people by their name, and
// a sign-in page that is a form. `node provider.mjs PORT CALLBACK` prints one line when it listens.
import { Provider } from "oidc-provider";

const [port, callback] = process.argv.slice(2);
const issuer = `http://localhost:${port}`;
const LEVELS = ["loa3", "loa4"];

const people = {
  anna: { email: "anna@prov.example", email_verified: true },
  jonas: { email: "jonas@prov.example", email_verified: false },
};

const provider = new Provider(issuer, {
  clients: [{
    client_id: "mia",
    client_secret: "a-secret-of-the-tests-that-is-long-enough",
    redirect_uris: [callback],
    response_types: ["code"],
    grant_types: ["authorization_code"],
  }],
  acrValues: LEVELS,
  claims: { openid: ["sub"], email: ["email", "email_verified"], acr: null, auth_time: null },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  cookies: { keys: ["only-for-tests"] },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, ...people[id] }),
  }),
  ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 300, Interaction: 600, Session: 600, Grant: 600 },
});

const read = async (req) => {
  let body = "";
  for await (const piece of req) body += piece;
  return new URLSearchParams(body);
};

provider.use(async (ctx, next) => {
  const found = /^\/interaction\/[\w-]+$/.exec(ctx.path);
  if (!found) return next();
  if (ctx.method === "GET") {
    ctx.type = "html";
    ctx.body = `<!doctype html><title>Prov-id</title><form method="post" action="${ctx.path}">
      <label>Who are you? <input name="who"></label>
      <label>How sure? <input name="acr" value="loa3"></label>
      <button>Sign in</button></form>`;
    return;
  }
  const said = await read(ctx.req);
  const { params } = await provider.interactionDetails(ctx.req, ctx.res);
  const grant = new provider.Grant({ accountId: said.get("who"), clientId: params.client_id });
  grant.addOIDCScope("openid email");
  const result = {
    login: { accountId: said.get("who"), acr: said.get("acr") ?? "loa3", amr: ["hwk"] },
    consent: { grantId: await grant.save() },
  };
  await provider.interactionFinished(ctx.req, ctx.res, result, { mergeWithLastSubmission: false });
});

provider.listen(Number(port), "127.0.0.1", () => console.log("listening"));
