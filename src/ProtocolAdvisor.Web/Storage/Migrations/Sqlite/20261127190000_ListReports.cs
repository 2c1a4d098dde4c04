using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProtocolAdvisor.Web.Storage.Migrations.Sqlite
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
                    Number = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Account = table.Column<string>(type: "TEXT", nullable: true),
                    Domain = table.Column<string>(type: "TEXT", nullable: true),
                    Server = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Headline = table.Column<string>(type: "TEXT", nullable: false),
                    Protocol = table.Column<string>(type: "TEXT", nullable: false),
                    Blocking = table.Column<int>(type: "INTEGER", nullable: false),
                    Leading = table.Column<string>(type: "TEXT", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    Searched = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table => table.PrimaryKey("PK_ReportRows", x => x.Number));

            migrationBuilder.CreateTable(
                name: "RowFindings",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
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

            // An index by parts of three characters, kept by the database itself. What is removed is removed from it at once, as from the tables.
            migrationBuilder.Sql(
                """
                CREATE VIRTUAL TABLE "SearchedRows" USING fts5("Searched", content='ReportRows', content_rowid='Number', tokenize='trigram');
                INSERT INTO "SearchedRows"("SearchedRows", rank) VALUES('secure-delete', 1);
                CREATE TRIGGER "ReportRows_Added" AFTER INSERT ON "ReportRows" BEGIN
                    INSERT INTO "SearchedRows"(rowid, "Searched") VALUES (new."Number", new."Searched");
                END;
                CREATE TRIGGER "ReportRows_Removed" AFTER DELETE ON "ReportRows" BEGIN
                    INSERT INTO "SearchedRows"("SearchedRows", rowid, "Searched") VALUES ('delete', old."Number", old."Searched");
                END;
                CREATE TRIGGER "ReportRows_Changed" AFTER UPDATE OF "Searched" ON "ReportRows" BEGIN
                    INSERT INTO "SearchedRows"("SearchedRows", rowid, "Searched") VALUES ('delete', old."Number", old."Searched");
                    INSERT INTO "SearchedRows"(rowid, "Searched") VALUES (new."Number", new."Searched");
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE \"SearchedRows\"");
            migrationBuilder.DropTable(name: "RowFindings");
            migrationBuilder.DropTable(name: "ReportRows");
        }
    }
}
