using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProtocolAdvisor.Web.Storage.Migrations.PostgreSql
{
    /// <summary>
    /// What nodes share besides reports: failed sign-ins as hashes, the random key that these are made under, and who belongs to the cluster. For the last Orleans (Clustering.AdoNet 10.4) looks its statements up in a table of this name, by these nine keys, and knows nothing of the other two tables:
    /// the names of parameters and of answered columns are its own. The version goes up with every change of a member's row, in one statement: whoever read an older one
    /// changes nothing. A status of 3 is an active node.
    /// </summary>
    public partial class KeepMembership : Migration
    {
        private const string Member = """
            "Cluster" = @DeploymentId AND "Address" = @Address AND "Port" = @Port AND "Generation" = @Generation
            """;

        private const string Read = """
            SELECT "Address", "Port", "Generation", "SiloName", "HostName", "Status", "ProxyPort", "SuspectTimes", "StartTime", "IAmAliveTime", "Version"
            FROM "ClusterVersions" LEFT JOIN
            """;

        private static readonly (string Key, string Sql)[] Statements =
        [
            ("InsertMembershipVersionKey", """
                WITH made AS (INSERT INTO "ClusterVersions" ("Cluster", "Version") VALUES (@DeploymentId, 0) ON CONFLICT DO NOTHING RETURNING 1)
                SELECT COUNT(*)::int FROM made
                """),
            ("InsertMembershipKey", $"""
                WITH turn AS (
                    UPDATE "ClusterVersions" SET "Version" = "Version" + 1
                    WHERE "Cluster" = @DeploymentId AND "Version" = @Version AND NOT EXISTS (SELECT 1 FROM "ClusterMembers" WHERE {Member})
                    RETURNING "Cluster"),
                member AS (
                    INSERT INTO "ClusterMembers" ("Cluster", "Address", "Port", "Generation", "SiloName", "HostName", "Status", "ProxyPort", "StartTime", "IAmAliveTime")
                    SELECT "Cluster", @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM turn
                    RETURNING 1)
                SELECT COUNT(*)::int FROM member
                """),
            ("UpdateMembershipKey", $"""
                WITH turn AS (
                    UPDATE "ClusterVersions" SET "Version" = "Version" + 1
                    WHERE "Cluster" = @DeploymentId AND "Version" = @Version AND EXISTS (SELECT 1 FROM "ClusterMembers" WHERE {Member})
                    RETURNING 1),
                member AS (
                    UPDATE "ClusterMembers" SET "Status" = @Status, "SuspectTimes" = @SuspectTimes, "IAmAliveTime" = @IAmAliveTime
                    WHERE {Member} AND EXISTS (SELECT 1 FROM turn)
                    RETURNING 1)
                SELECT COUNT(*)::int FROM member
                """),
            ("UpdateIAmAlivetimeKey", $"""UPDATE "ClusterMembers" SET "IAmAliveTime" = @IAmAliveTime WHERE {Member}"""),
            ("MembershipReadRowKey", $"""{Read} (SELECT * FROM "ClusterMembers" WHERE {Member}) AS member USING ("Cluster") WHERE "Cluster" = @DeploymentId"""),
            ("MembershipReadAllKey", $"""{Read} "ClusterMembers" USING ("Cluster") WHERE "Cluster" = @DeploymentId"""),
            ("GatewaysQueryKey", """SELECT "Address", "ProxyPort", "Generation" FROM "ClusterMembers" WHERE "Cluster" = @DeploymentId AND "Status" = @Status AND "ProxyPort" > 0"""),
            ("DeleteMembershipTableEntriesKey", """DELETE FROM "ClusterVersions" WHERE "Cluster" = @DeploymentId"""),
            ("CleanupDefunctSiloEntriesKey", """DELETE FROM "ClusterMembers" WHERE "Cluster" = @DeploymentId AND "IAmAliveTime" < @IAmAliveTime AND "Status" <> 3"""),
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE TABLE IF NOT EXISTS "ClusterVersions" ("Cluster" varchar(150) COLLATE "C" PRIMARY KEY, "Version" integer NOT NULL);
                CREATE TABLE IF NOT EXISTS "ClusterMembers" (
                    "Cluster" varchar(150) COLLATE "C" NOT NULL REFERENCES "ClusterVersions" ON DELETE CASCADE,
                    "Address" varchar(45) COLLATE "C" NOT NULL,
                    "Port" integer NOT NULL,
                    "Generation" integer NOT NULL,
                    "SiloName" varchar(150) NOT NULL,
                    "HostName" varchar(150) NOT NULL,
                    "Status" integer NOT NULL,
                    "ProxyPort" integer,
                    "SuspectTimes" text,
                    "StartTime" timestamptz NOT NULL,
                    "IAmAliveTime" timestamptz NOT NULL,
                    PRIMARY KEY ("Cluster", "Address", "Port", "Generation"));
                CREATE TABLE IF NOT EXISTS "ClusterSecrets" ("Name" varchar(64) COLLATE "C" PRIMARY KEY, "Value" bytea NOT NULL);
                INSERT INTO "ClusterSecrets" VALUES ('counts', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')) ON CONFLICT DO NOTHING;
                CREATE TABLE IF NOT EXISTS "SignInFailures" (
                    "Attempt" uuid PRIMARY KEY,
                    "Window" varchar(64) COLLATE "C" NOT NULL,
                    "Domain" varchar(64) COLLATE "C",
                    "At" timestamptz NOT NULL DEFAULT now());
                CREATE INDEX IF NOT EXISTS "IX_SignInFailures_Window" ON "SignInFailures" ("Window");
                CREATE INDEX IF NOT EXISTS "IX_SignInFailures_At" ON "SignInFailures" ("At");
                CREATE TABLE IF NOT EXISTS OrleansQuery (QueryKey varchar(64) PRIMARY KEY, QueryText text NOT NULL);
                """);
            foreach (var (key, sql) in Statements)
            {
                migrationBuilder.Sql($"INSERT INTO OrleansQuery VALUES ('{key}', '{sql}') ON CONFLICT (QueryKey) DO UPDATE SET QueryText = EXCLUDED.QueryText;");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("""DROP TABLE OrleansQuery; DROP TABLE "SignInFailures"; DROP TABLE "ClusterSecrets"; DROP TABLE "ClusterMembers"; DROP TABLE "ClusterVersions";""");
    }
}
