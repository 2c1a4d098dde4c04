using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Tests.Storage;

/// <summary>Every make has its own migrations, and each set makes what the model is.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void No_change_of_the_model_is_without_its_migration_for_SQLite()
    {
        using var database = new SqliteAdvisorDb(new DbContextOptionsBuilder<SqliteAdvisorDb>().UseSqlite("Data Source=unused.db").Options);
        AssertComplete(database);
    }

    [Fact]
    public void No_change_of_the_model_is_without_its_migration_for_PostgreSQL()
    {
        using var database = new PostgreSqlAdvisorDb(new DbContextOptionsBuilder<PostgreSqlAdvisorDb>().UseNpgsql("Host=unused").Options);
        AssertComplete(database);
    }

    // The snapshot is the newest migration's model, and the model is the snapshot.
    private static void AssertComplete(AdvisorDb database)
    {
        var migrations = database.GetService<IMigrationsAssembly>();
        var model = database.GetService<IDesignTimeModel>().Model.GetRelationalModel();
        var newest = migrations.Migrations.Values.Last();
        Assert.Equal("", Missing(database, migrations.ModelSnapshot!.Model, model));
        Assert.Equal("", Missing(database, migrations.CreateMigration(newest, database.Database.ProviderName!).TargetModel, model));
        Assert.Equal(migrations.Migrations.Keys.Order(StringComparer.Ordinal), migrations.Migrations.Keys);
    }

    private static string Missing(AdvisorDb database, IModel kept, IRelationalModel model)
    {
        var final = kept is IMutableModel mutable ? mutable.FinalizeModel() : kept;
        var initialized = database.GetService<IModelRuntimeInitializer>().Initialize(final, designTime: true, validationLogger: null);
        var changes = database.GetService<IMigrationsModelDiffer>().GetDifferences(initialized.GetRelationalModel(), model);
        return string.Join('\n', database.GetService<IMigrationsSqlGenerator>().Generate(changes).Select(x => x.CommandText));
    }
}
