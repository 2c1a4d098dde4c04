using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ProtocolAdvisor.Web.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ListReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ReportRows",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Owner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    Account = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Domain = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Server = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    State = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Headline = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Protocol = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Blocking = table.Column<int>(type: "integer", nullable: false),
                    Leading = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Rules = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Searched = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table => table.PrimaryKey("PK_ReportRows", x => x.Number));

            migrationBuilder.CreateTable(
                name: "RowFindings",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RowFindings", x => new { x.Number, x.Code });
                    table.ForeignKey(
                        name: "FK_RowFindings_ReportRows_Number", column: x => x.Number, principalTable: "ReportRows", principalColumn: "Number", onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(name: "IX_ReportRows_Id", table: "ReportRows", column: "Id", unique: true);
            migrationBuilder.CreateIndex(name: "IX_ReportRows_Account_CreatedAt", table: "ReportRows", columns: new[] { "Account", "CreatedAt" });
            migrationBuilder.CreateIndex(
                name: "IX_ReportRows_CreatedAt_Id_State_Protocol", table: "ReportRows", columns: new[] { "CreatedAt", "Id", "State", "Protocol" });
            migrationBuilder.CreateIndex(
                name: "IX_ReportRows_Owner_CreatedAt_Id_State_Protocol", table: "ReportRows", columns: new[] { "Owner", "CreatedAt", "Id", "State", "Protocol" });
            migrationBuilder.CreateIndex(name: "IX_RowFindings_Code_Number", table: "RowFindings", columns: new[] { "Code", "Number" });

            // Without the extension, or the right to add it, a search reads all rows: at 100,000 that takes some 30 ms.
            migrationBuilder.Sql(
                """
                DO $$
                BEGIN
                    CREATE EXTENSION IF NOT EXISTS pg_trgm;
                    CREATE INDEX "IX_ReportRows_Searched" ON "ReportRows" USING gin ("Searched" gin_trgm_ops);
                EXCEPTION WHEN OTHERS THEN
                    RAISE NOTICE 'pg_trgm cannot be used: %', SQLERRM;
                END $$
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "RowFindings");
            migrationBuilder.DropTable(name: "ReportRows");
        }
    }
}
