// What a setup wizard does, from the address to the settings, with a client of which every type comes from the contract.
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import { eventsOf } from "./events.js";
import type { components, paths } from "./obj/contract.js";

type Report = components["schemas"]["AssessmentReport"];
type Usage = components["schemas"]["Usage"];

const client = createClient<paths>({ baseUrl: given("ADVISOR_URL"), headers: { "X-Api-Key": given("ADVISOR_KEY") } });
const email = given("MAIL_ADDRESS");
const password = given("MAIL_PASSWORD");

await discover();
const usage: Usage = { devices: 2, people: 1, webmail: true };
const report = await assess();
await changeAnswers(report.id);
await tellAgain(report);
await openSettings(report.id);
await remove(report.id);
await refused();
console.log("done");

// The servers that are published for the address, the best one first.
async function discover(): Promise<void> {
  const { data, error } = await client.POST("/v1/discoveries", { body: { email } });
  assert.ok(data, error?.code);
  const [best] = data.discovery.candidates;
  assert.ok(best);
  console.log(`${best.protocol} ${best.host}:${best.port} ${best.security}, found by ${best.sources.join(", ")}`);
  assert.deepEqual([best.protocol, best.host, best.security, best.rank], ["imap", "imap.example.com", "implicitTls", 1]);
}

// The run, told as it goes.
async function assess(): Promise<Report> {
  const { data, error } = await client.POST("/v1/assessments/stream", {
    body: { email, credentials: { password }, usage, measurement: { samples: 3 } },
    parseAs: "stream",
  });
  assert.ok(data, error?.code);
  const names: string[] = [];
  for await (const event of eventsOf(data)) {
    names.push(event.name);
    switch (event.name) {
      case "endpoint":
        console.log(`${event.data.protocol} ${event.data.host}:${event.data.port} ${event.data.usable ? "answers" : "cannot be used"}`);
        break;
      case "mailbox":
        console.log(`${event.data.imap?.messages ?? event.data.pop3?.messages} messages`);
        break;
      case "stored":
        assert.match(event.data.location ?? "", /^\/v1\/assessments\//);
        break;
      case "problem":
        throw new Error(event.data.code);
      case "report":
        assert.equal(event.data.recommendation.protocol, "imap");
        for (const name of ["source", "discovery", "endpoint", "mailbox", "recommendation", "stored"]) assert.ok(names.includes(name), name);
        return event.data;
    }
  }
  throw new Error("The stream was cut off.");
}

// Other answers from the user: advice from the same facts, without a new run. What it says would change it does.
async function changeAnswers(id: string): Promise<void> {
  const answers: Usage = { devices: 1, people: 1, webmail: false, priority: "speed" };
  const { recommendation } = await adviseAgain(id, answers);
  console.log(recommendation.headline);
  assert.equal(recommendation.protocol, "pop3");
  const otherwise = recommendation.changesIf.find((change) => change.facts === null);
  assert.ok(otherwise);
  const other = await adviseAgain(id, { ...answers, ...otherwise.change });
  assert.equal(other.recommendation.protocol, otherwise.protocol);
}

async function adviseAgain(id: string, answers: Usage): Promise<components["schemas"]["AnswersReply"]> {
  const { data, error } = await client.POST("/v1/assessments/{id}/recommendations", { params: { path: { id } }, body: { usage: answers } });
  assert.ok(data, error?.code);
  return data;
}

// The same advice from the facts alone, for whoever keeps reports himself.
async function tellAgain({ mailbox, endpoints, discovery, recommendation }: Report): Promise<void> {
  const facts = { imap: mailbox?.imap ?? null, pop3: mailbox?.pop3 ?? null, endpoints, discovery };
  const { data, error } = await client.POST("/v1/recommendations", { body: { usage, facts } });
  assert.ok(data, error?.code);
  assert.deepEqual(data.recommendation.reasons, recommendation.reasons);
}

// A file for a mail program, and the same in words for one person.
async function openSettings(id: string): Promise<void> {
  const file = await client.GET("/v1/assessments/{id}/settings/{format}", {
    params: { path: { id, format: "thunderbird" } },
    parseAs: "text",
  });
  assert.ok(file.data, file.error?.code);
  assert.match(file.data, /<incomingServer type="imap">/);
  const words = await client.POST("/v1/assessments/{id}/settings/{format}", {
    params: { path: { id, format: "text" } },
    body: { email },
    parseAs: "text",
  });
  assert.ok(words.data, words.error?.code);
  assert.match(words.data, /imap\.example\.com/);
  assert.match(words.data, /jane@example\.com/);
}

// What is removed is gone.
async function remove(id: string): Promise<void> {
  const removed = await client.DELETE("/v1/assessments/{id}", { params: { path: { id } } });
  assert.equal(removed.response.status, 204);
  const { error } = await client.GET("/v1/assessments/{id}", { params: { path: { id } } });
  assert.equal(error?.code, "assessment-not-found");
  assert.equal(error.status, 404);
}

// What is wrong with a request is told member by member.
async function refused(): Promise<void> {
  const { error } = await client.POST("/v1/discoveries", { body: { email: "nobody" } });
  assert.equal(error?.code, "invalid-request");
  assert.deepEqual(error.errors?.map((wrong) => wrong.path), ["$.email"]);
}

function given(name: string): string {
  const value = process.env[name];
  assert.ok(value, name);
  return value;
}
